"""docs/ to site/: an engine writes the pages, one finishing step that is ours completes them, a check reads them.

Whatever fails leaves the site of before untouched: everything happens in `.cache/`, the last step is a rename. The
work begins in `build`; here is what commands say of it, which is loaded at once.
"""

from generator.site.delivery import ONLINE, Delivery
from generator.site.edition import Edition
from generator.site.engine import Engine
from generator.site.headers import HOSTS, Host

__all__ = ["HOSTS", "ONLINE", "Delivery", "Edition", "Engine", "Host"]
