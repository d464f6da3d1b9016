"""Files to nouns: the only place that knows YAML, HTML and the disk layout of `seeds/`.

`project.read_project` reads a whole project, `source.read_source` one file outside of any.
"""
