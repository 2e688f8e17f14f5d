// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.shop;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** One method for each way in which a request can go. */
@Path("orders")
@Produces(MediaType.TEXT_PLAIN)
public class Orders {
  @GET
  @Path("{id}")
  public String get(@PathParam("id") String id) {
    return "order " + id + active();
  }

  private static String active() {
    return Shop.TRACER.activeSpan() == null ? ", no span is active" : "";
  }

  @POST
  public Response create(String order, @Context UriInfo uri) {
    return Response.created(uri.getAbsolutePathBuilder().path("8").build())
        .entity(order + active())
        .build();
  }

  @GET
  @Path("{id}/later")
  public void later(@PathParam("id") String id, @Suspended AsyncResponse response) {
    new Thread(() -> response.resume("order " + id)).start();
  }

  @GET
  @Path("{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    try (sink) {
      for (String event : new String[] {"packed", "sent", "there"}) {
        sink.send(sse.newEvent(event)).toCompletableFuture().join();
      }
    }
  }

  @GET
  @Path("{id}/reserve")
  public String reserve() {
    throw new OutOfStock();
  }

  @GET
  @Path("{id}/fail")
  public String fail() {
    throw new IllegalStateException("on purpose");
  }

  @GET
  @Path("{id}/copy")
  public String copy(@PathParam("id") String id, @Context UriInfo uri) {
    Client client =
        ClientBuilder.newBuilder().register(new ClientTracingFeature(Shop.TRACER)).build();
    try {
      return client
          .target(uri.getBaseUri())
          .path("orders")
          .path(id)
          .request(MediaType.TEXT_PLAIN)
          .get(String.class);
    } finally {
      client.close();
    }
  }

  @GET
  @Path("{id}/quiet")
  @Traced(false)
  public String quiet(@PathParam("id") String id) {
    return "order " + id;
  }
}
