// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ManagedAsync;
import org.glassfish.jersey.server.model.Resource;

/** What only Jersey has. */
@Path("jersey")
@Produces("text/plain")
public final class JerseyResource {
  private static final int ENDLESS = 4_000;

  private final Pools pools;

  /** Writes chunks on these threads. */
  JerseyResource(Pools pools) {
    this.pools = pools;
  }

  @GET
  @Path("managed")
  @ManagedAsync
  public void managed(@Suspended AsyncResponse later) {
    later.resume("managed");
  }

  @GET
  @Path("managed-fails")
  @ManagedAsync
  public void managedFails(@Suspended AsyncResponse later) {
    throw new IllegalStateException("managed");
  }

  @GET
  @Path("managed-stage")
  @ManagedAsync
  public CompletionStage<String> managedStage() {
    return CompletableFuture.supplyAsync(() -> "stage", pools.workers());
  }

  @GET
  @Path("chunks")
  public ChunkedOutput<String> chunks() {
    return chunks(3);
  }

  @GET
  @Path("chunks-endless")
  public ChunkedOutput<String> chunksEndless() {
    return chunks(ENDLESS);
  }

  private ChunkedOutput<String> chunks(int count) {
    ChunkedOutput<String> output = new ChunkedOutput<>(String.class);
    pools
        .workers()
        .execute(
            () -> {
              try (output) {
                for (int i = 0; i < count && !output.isClosed(); i++) {
                  output.write("chunk " + i + '\n');
                }
              } catch (IOException | RuntimeException gone) {
                // The client has left, as it was meant to.
              }
            });
    return output;
  }

  /** A resource model that is made for one request. */
  @Path("model/{id: leaf|[0-9]+}")
  public Resource model(@PathParam("id") String id) {
    Resource.Builder made = Resource.builder();
    Inflector<ContainerRequestContext, String> answer = request -> "made";
    made.addMethod("GET").produces("text/plain").handledBy(answer);
    return made.build();
  }
}
