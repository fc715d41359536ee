"""SPARC for transformers models whose text layers read images as tokens, with full attention (arXiv 2502.01419).

    with Sparc(model, SparcConfig(alpha=1.1, beta=0.1, tau=1.5, layer=20)) as sparc:
        out = model.generate(**inputs, max_new_tokens=512)
    sparc.trace.counts

The three formulas stand in `recalibration.py`; `attention.py` puts them into the model's attention, `install.py` puts
that attention into the model and takes it out again, `config.py` holds the settings.
"""

from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.install import Sparc, SparcError
from sparc_desktop.sparc.recalibration import Trace

__all__ = ["Sparc", "SparcConfig", "SparcError", "Trace"]
