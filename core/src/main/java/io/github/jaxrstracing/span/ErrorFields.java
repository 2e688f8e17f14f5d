// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.log.Fields;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is logged of an exception, in the order that tracers which write it as one text keep. */
final class ErrorFields {
  private ErrorFields() {}

  static Map<String, Object> of(Throwable error, boolean expanded) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(Fields.EVENT, "error");
    fields.put(Fields.ERROR_OBJECT, error);
    if (expanded) {
      fields.put(Fields.ERROR_KIND, error.getClass().getName());
      String message = error.getMessage();
      if (message != null) {
        fields.put(Fields.MESSAGE, message);
      }
      StringWriter stack = new StringWriter();
      error.printStackTrace(new PrintWriter(stack));
      fields.put(Fields.STACK, stack.toString());
    }
    return fields;
  }
}
