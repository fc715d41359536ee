"""SPARC for transformers models whose text layers read images as tokens (arXiv 2502.01419).

    with Sparc(model, SparcConfig(alpha=1.1, beta=0.1, tau=1.5, layer=20)) as sparc:
        out = model.generate(**inputs, max_new_tokens=512)
    sparc.trace.counts

The three formulas stand in `recalibration.py`; `attention.py` puts them into the model's attention, `install.py` puts
that attention into the model and takes it out again. `config.py` holds the settings and what is published of them,
`calibration.py` finds them for other models, `support.py` says which models can be used.
"""

from sparc_desktop.sparc.attention import use_open_attention
from sparc_desktop.sparc.calibration import calibrate
from sparc_desktop.sparc.config import SparcConfig
from sparc_desktop.sparc.install import Sparc
from sparc_desktop.sparc.recalibration import Trace
from sparc_desktop.sparc.support import SparcError

__all__ = ["Sparc", "SparcConfig", "SparcError", "Trace", "calibrate", "use_open_attention"]
