from tests.site_support import built, fonts, small_project

__all__ = ["built", "fonts", "small_project"]
