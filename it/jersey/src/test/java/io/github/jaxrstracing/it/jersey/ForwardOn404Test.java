// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.jersey.JerseyResources.Greeting;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.junit.jupiter.api.Test;

/** Jersey as a servlet filter that leaves to others what it does not know. */
class ForwardOn404Test extends ServerContract {
  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Override
  public RunningServer start(Application application) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS + 2, THREADS + 2);
    threads.setReservedThreads(0);
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    ResourceConfig config =
        ResourceConfig.forApplication(application)
            .property(ServletProperties.FILTER_FORWARD_ON_404, true);
    FilterHolder filter = new FilterHolder(new ServletContainer(config));
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new Other()), "/*");
    server.setHandler(context);
    server.start();
    return new RunningServer(server.getURI(), server::stop);
  }

  @Test
  void leavesARequestOutThatAnotherServletAnswers() throws Exception {
    serve(new App().with(Greeting.class).with(tracingAll()));

    assertThat(get("other").statusCode()).isEqualTo(200);
    assertThat(get("greeting").statusCode()).isEqualTo(200);
    assertThat(send("DELETE", "greeting", "").statusCode()).isEqualTo(405);

    assertThat(spans(2))
        .extracting(span -> span.name() + ' ' + span.status())
        .containsExactly("GET:/greeting 200", "DELETE 405");
  }

  /** Stands for the framework beside Jersey. */
  private static final class Other extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("another servlet");
    }
  }
}
