// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.MatchedMethod;
import io.github.jaxrstracing.server.RequestTrace;
import io.github.jaxrstracing.server.Traced;
import java.util.ArrayList;
import java.util.List;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.MethodInvocationInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfoStack;
import org.apache.cxf.jaxrs.model.URITemplate;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;

/** Describes CXF's resource methods. */
final class CxfMethods {
  private CxfMethods() {}

  /** Tells the trace what its request was matched to, as far as it is known now. */
  static void match(RequestTrace trace, Message in) {
    if (in.getExchange().isOneWay()) {
      CxfChain.hookOneWay(in);
    }
    OperationResourceInfo method = in.getExchange().get(OperationResourceInfo.class);
    OperationResourceInfoStack way = in.get(OperationResourceInfoStack.class);
    if (method == null || way == null || way.isEmpty()) {
      return;
    }
    if (method.isSubResourceLocator()) {
      // It led nowhere.
      trace.unmatched(locators(way, way.size()));
    } else if (way.size() == 1) {
      trace.matched(method, way, CxfMethods::matched);
    } else {
      trace.matched(
          way.stream().map(MethodInvocationInfo::getMethodInfo).toList(), way, CxfMethods::matched);
    }
  }

  private static MatchedMethod matched(OperationResourceInfoStack way) {
    MethodInvocationInfo last = way.peek();
    OperationResourceInfo method = last.getMethodInfo();
    return new MatchedMethod(
        last.getRealClass(),
        method.getMethodToInvoke(),
        method.getAnnotatedMethod(),
        template(way),
        locators(way, way.size() - 1),
        isBound(method),
        List.of());
  }

  // Only the first class has a path of its own; that of a sub-resource counts for nothing.
  private static List<String> template(OperationResourceInfoStack way) {
    List<String> template = new ArrayList<>();
    add(template, way.get(0).getMethodInfo().getClassResourceInfo().getURITemplate());
    for (MethodInvocationInfo step : way) {
      add(template, step.getMethodInfo().getURITemplate());
    }
    return template;
  }

  private static void add(List<String> template, @Nullable URITemplate part) {
    if (part != null) {
      template.add(part.getValue());
    }
  }

  /** The first so many on the way, innermost first. */
  private static List<MatchedMethod> locators(OperationResourceInfoStack way, int count) {
    List<MatchedMethod> locators = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      OperationResourceInfo locator = way.get(i).getMethodInfo();
      locators.add(
          MatchedMethod.locator(
              way.get(i).getRealClass(),
              locator.getMethodToInvoke(),
              locator.getAnnotatedMethod()));
    }
    return locators;
  }

  /** The methods of root resources, before any request; their templates are not looked at. */
  static List<MatchedMethod> deployed(List<ClassResourceInfo> resources) {
    List<MatchedMethod> methods = new ArrayList<>();
    for (ClassResourceInfo resource : resources) {
      for (OperationResourceInfo method :
          resource.getMethodDispatcher().getOperationResourceInfos()) {
        methods.add(
            new MatchedMethod(
                resource.getServiceClass(),
                method.getMethodToInvoke(),
                method.getAnnotatedMethod(),
                method.isSubResourceLocator() ? List.of() : List.of("/"),
                List.of(),
                isBound(method),
                List.of()));
      }
    }
    return methods;
  }

  private static boolean isBound(OperationResourceInfo method) {
    return method.getNameBindings().contains(Traced.class.getName());
  }
}
