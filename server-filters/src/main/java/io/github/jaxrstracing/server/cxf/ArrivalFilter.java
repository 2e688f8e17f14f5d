// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.FilterPair;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import org.apache.cxf.jaxrs.JAXRSServiceImpl;
import org.apache.cxf.jaxrs.model.ApplicationInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Sees a request arrive, before it is matched, and hooks into its chain of interceptors. */
@PreMatching
final class ArrivalFilter implements ContainerRequestFilter {
  private final FilterPair pair;
  // Written and read by the threads of requests; that two of the first ones tell the same is fine.
  private volatile boolean deployed;

  ArrivalFilter(FilterPair pair) {
    this.pair = pair;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    try {
      Message in = PhaseInterceptorChain.getCurrentMessage();
      // Features do not see each other here: what is registered twice comes twice.
      if (in == null || CxfRequest.of(in.getExchange()) != null) {
        return;
      }
      if (!deployed) {
        tellDeployed(in);
        deployed = true;
      }
      CxfRequest.arrived(pair, request, in);
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
    }
  }

  // Nothing tells earlier which application a feature belongs to.
  private void tellDeployed(Message in) {
    ApplicationInfo application = ServerProviderFactory.getInstance(in).getApplicationProvider();
    if (in.getExchange().getService() instanceof JAXRSServiceImpl service) {
      pair.deployed(
          application == null ? Application.class : application.getProvider().getClass(),
          CxfMethods.deployed(service.getClassResourceInfos()));
    }
  }
}
