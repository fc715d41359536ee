"""The smallest pieces of a caption: words, numbers, single Chinese characters and marks, and quotations."""

import re

# A quotation that was not closed ends with its sentence.
TOKEN = re.compile(
    r"“[^“”]*”|“[^“”.。]*|\"[^\"]*\"|\"[^\".。]*"
    r"|[^\W\d_\u3400-\u9fff]+(?:['’-][^\W\d_\u3400-\u9fff]+)*|[0-9]+|\S"
)
QUOTATION_MARKS = '“”"'
