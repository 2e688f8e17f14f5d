// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import io.github.jaxrstracing.log.JulSpanHandler;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** Listens to all loggers of the server as long as the war is there. */
public final class RootHandler implements ServletContextListener {
  private final Handler handler = new JulSpanHandler();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Logger.getLogger("").addHandler(handler);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Logger.getLogger("").removeHandler(handler);
  }
}
