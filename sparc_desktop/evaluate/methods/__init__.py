"""Ways to decode a caption, in one frame, so that a table can compare them.

    with METHODS["vcd"].applied(model, config, {"noise": 700}) as decoding:
        told = decoding.generate(**inputs, max_new_tokens=512)

`registry` names them all. A method is made of at most two parts: a recalibration, which changes the attention to the
image (SPARC itself and `variants` of it, `pai`), and a `contrast`, which decodes from the difference to what the model
would say of another prompt (`pai`, `vcd`). `method` is the frame that puts them into a model, `trace` what it records.
"""

from sparc_desktop.evaluate.methods.method import Decoding, Method, Setting, Told
from sparc_desktop.evaluate.methods.registry import METHODS
from sparc_desktop.evaluate.methods.trace import Trace

__all__ = ["METHODS", "Decoding", "Method", "Setting", "Told", "Trace"]
