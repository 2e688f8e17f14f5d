// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An implementation of Jakarta REST on a container; it runs in a JVM without the others. */
enum Host {
  GRIZZLY("Jersey on Grizzly", "/org/jboss/resteasy/", "/org/apache/cxf/") {
    @Override
    RunningServer start(App application, Pools pools) throws Exception {
      return OnGrizzly.start(application, pools);
    }
  },
  JETTY("Jersey on Jetty", "/org/jboss/resteasy/", "/org/apache/cxf/") {
    @Override
    RunningServer start(App application, Pools pools) throws Exception {
      return OnJetty.startJersey(application, pools);
    }
  },
  UNDERTOW("RESTEasy on Undertow", "/org/glassfish/jersey/", "/org/apache/cxf/") {
    @Override
    RunningServer start(App application, Pools pools) throws Exception {
      return OnUndertow.start(application, pools);
    }
  },
  CXF("CXF on Jetty", "/org/glassfish/jersey/", "/org/jboss/resteasy/") {
    @Override
    RunningServer start(App application, Pools pools) throws Exception {
      return OnJetty.startCxf(application, pools);
    }
  };

  /** How many threads work on requests; more than there are clients. */
  static final int THREADS = 24;

  private final String title;
  private final String absent;
  private final String alsoAbsent;

  Host(String title, String absent, String alsoAbsent) {
    this.title = title;
    this.absent = absent;
    this.alsoAbsent = alsoAbsent;
  }

  /** Starts a server on a free port. */
  abstract RunningServer start(App application, Pools pools) throws Exception;

  String title() {
    return title;
  }

  boolean isJersey() {
    return this == GRIZZLY || this == JETTY;
  }

  /** The class path of this JVM without the other implementations. */
  String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(element -> !isAbsent(element.replace('\\', '/')))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private boolean isAbsent(String element) {
    return element.contains(absent) || element.contains(alsoAbsent);
  }
}
