// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request is about: where it goes, how its client behaves, what its span may say. */
enum Kind {
  SYNC(30, "GET", "plain/sync"),
  HEAD(4, "HEAD", "plain/sync"),
  OPTIONS(4, "OPTIONS", "plain/sync"),
  ECHO(8, "POST", "plain/echo"),
  NO_CONTENT(4, "GET", "plain/nothing"),
  NOT_FOUND(4, "GET", "plain/nowhere"),
  NOT_ALLOWED(4, "DELETE", "plain/sync"),
  UNKNOWN_METHOD(2, "FROB", "plain/sync"),
  LOCATOR(6, "GET", "plain/part/leaf/7"),
  LOCATOR_404(2, "GET", "plain/no-part/leaf/7"),
  LOCATOR_FAILS(2, "GET", "plain/bad-part/leaf/7"),

  STAGE(8, "GET", "later/stage"),
  STAGE_NOW(4, "GET", "later/stage-now"),
  STAGE_FAILS(3, "GET", "later/stage-fails", Manner.ALONE),
  RESUMED(8, "GET", "later/resumed"),
  RESUMED_INSIDE(4, "GET", "later/resumed-inside"),
  RESUMED_404(3, "GET", "later/resumed-404"),
  CANCELLED(3, "GET", "later/cancelled"),
  TIMED_OUT(3, "GET", "later/timed-out", Manner.ALONE),
  TIMED_OUT_HANDLED(3, "GET", "later/timed-out-handled", Manner.ALONE),
  RACE_TIME_OUT(4, "later/race-time-out", Racer.FIRST, Racer.UNAVAILABLE),
  RACE_HANDLED(4, "later/race-handled", Racer.FIRST, Racer.SECOND),
  RACE_THROW(4, "later/race-throw", Racer.FIRST, Racer.FAILURE),
  RACE_REFUSE(4, "later/race-refuse", Racer.FIRST, Racer.REFUSAL),
  RACE_MAPPER(4, "later/race-mapper", Racer.FIRST, Racer.FAILURE),
  RACE_FAIL(4, "later/race-fail", Racer.FIRST, Racer.FAILURE),
  RACE_CANCEL(4, "later/race-cancel", Racer.FIRST, Racer.UNAVAILABLE),
  RACE_RESUME(4, "later/race-resume", Racer.FIRST, Racer.SECOND),

  STREAM(6, "GET", "bodies/stream"),
  STREAM_SLOW(1, "GET", "bodies/large", Manner.SLOW),
  STREAM_BROKEN(3, "GET", "bodies/broken", Manner.ALONE),
  STREAM_RESET(2, "GET", "bodies/endless", Manner.RESET_IN_BODY),
  EVENTS(4, "GET", "bodies/events"),
  EVENTS_RESET(2, "GET", "bodies/events-endless", Manner.RESET_IN_BODY),

  MAPPED(4, "GET", "failing/mapped"),
  UNMAPPED(4, "GET", "failing/unmapped"),
  ERROR(2, "GET", "failing/error"),
  WEB_404(3, "GET", "failing/web-404"),
  WEB_503(3, "GET", "failing/web-503"),
  MAPPER_FAILS(2, "GET", "failing/mapper"),
  ABORT_EARLY(3, "GET", "plain/sync?at=pre-matching"),
  ABORT(3, "GET", "plain/sync?at=abort"),
  REQUEST_FILTER(3, "GET", "plain/sync?at=request-filter"),
  RESPONSE_FILTER(3, "GET", "plain/sync?at=response-filter"),
  WRITER(3, "GET", "plain/sync?at=writer"),
  WRITER_MAPPER(2, "GET", "plain/sync?at=writer-mapper"),

  RESET_AT_ONCE(2, "GET", "later/resumed", Manner.RESET_AT_ONCE),
  RESET_IN_UPLOAD(2, "POST", "plain/echo", Manner.RESET_IN_UPLOAD),
  DEAD(1, "GET", "plain/sync", Manner.DEAD_CONNECTION),

  CALL_SYNC(8, "GET", "calling/sync"),
  CALL_ASYNC(4, "GET", "calling/async"),
  CALL_RX(4, "GET", "calling/rx"),
  CALL_ELSEWHERE(4, "GET", "calling/elsewhere"),
  CALL_TWICE(3, "GET", "calling/twice"),
  CALL_404(3, "GET", "calling/missing"),
  CALL_500(3, "GET", "calling/failing"),
  REFUSED_SYNC(2, "GET", "calling/refused-sync"),
  REFUSED_ASYNC(2, "GET", "calling/refused-async"),
  REFUSED_RX(2, "GET", "calling/refused-rx"),

  MANAGED(4, "GET", "jersey/managed"),
  MANAGED_FAILS(2, "GET", "jersey/managed-fails", Manner.ALONE),
  MANAGED_STAGE(3, "GET", "jersey/managed-stage", Manner.ALONE),
  CHUNKS(4, "GET", "jersey/chunks"),
  CHUNKS_RESET(2, "GET", "jersey/chunks-endless", Manner.RESET_IN_BODY),
  MODEL(1, "GET", "jersey/model/leaf");

  /** How the client behaves. */
  enum Manner {
    /** Keeps its connection and reads the answer. */
    PLAIN,
    /**
     * Has a connection of its own, which the answer may break, and waits only for a while. On Jetty
     * a stage that fails answers the next request of its connection now and then, traced or not.
     */
    ALONE,
    SLOW,
    RESET_AT_ONCE,
    RESET_IN_UPLOAD,
    RESET_IN_BODY,
    DEAD_CONNECTION;

    /** Whether the server may never see the request. */
    boolean mayGetLost() {
      return this == RESET_AT_ONCE || this == RESET_IN_UPLOAD || this == DEAD_CONNECTION;
    }
  }

  private static final Kind[] ALL = values();
  private final int weight;
  private final String method;
  private final String path;
  private final Manner manner;
  private final @Nullable Racer one;
  private final @Nullable Racer other;

  Kind(int weight, String method, String path) {
    this(weight, method, path, Manner.PLAIN);
  }

  Kind(int weight, String method, String path, Manner manner) {
    this(weight, method, path, manner, null, null);
  }

  /** A race of two who answer. */
  Kind(int weight, String path, Racer one, Racer other) {
    this(weight, "GET", path, Manner.ALONE, one, other);
  }

  Kind(
      int weight,
      String method,
      String path,
      Manner manner,
      @Nullable Racer one,
      @Nullable Racer other) {
    this.weight = weight;
    this.method = method;
    this.path = path;
    this.manner = manner;
    this.one = one;
    this.other = other;
  }

  int weight() {
    return weight;
  }

  String method() {
    return method;
  }

  Manner manner() {
    return manner;
  }

  /** Path and query, which has the number of the request, too. */
  String target(int n) {
    return '/' + path + (path.indexOf('?') < 0 ? "?n=" : "&n=") + n;
  }

  /** Whether two threads answer, and nobody knows beforehand which of them wins. */
  boolean isRace() {
    return one != null;
  }

  private Stream<Racer> racers() {
    return Stream.of(one, other).filter(Objects::nonNull);
  }

  /** Whether this is the status of one who races. */
  boolean isOfRacer(int status) {
    return racers().anyMatch(racer -> racer.status() == status);
  }

  /** Whether the answer is whole and that of one racer alone. */
  boolean isOfOneRacer(Answer answer) {
    return racers().anyMatch(racer -> racer.hasSent(answer));
  }

  /** Whether the answer breaks off in a way that the server must notice. */
  boolean isBroken() {
    return this == STREAM_BROKEN || this == STREAM_RESET;
  }

  /**
   * Whether the server answers each request of this kind alike. Jersey answers managed stages now
   * with 200 and now with 500, traced or not.
   */
  boolean isSettled() {
    return !isRace() && this != MANAGED_STAGE;
  }

  /** Whether the server may answer with this status, which nobody saw in the untraced control. */
  boolean mayAnswer(int status) {
    return this == MANAGED_STAGE ? status == 200 || status == 500 : isRace();
  }

  /** Whether two requests of this kind get the same answer, byte for byte. */
  boolean isSteady() {
    return isSettled() && (manner == Manner.PLAIN || manner == Manner.ALONE);
  }

  /** Whether Jersey may let both racers write to one response. Nobody asks it for an exception. */
  boolean isContestedOn(Host host) {
    return host.isJersey() && (this == RACE_THROW || this == RACE_REFUSE || this == RACE_MAPPER);
  }

  /**
   * Whether the server itself may keep the request for ever. Jetty does, with its connection, when
   * the client goes away before Jersey's asynchronous answer; the control run shows it.
   */
  boolean mayBeKeptBy(Host host) {
    return host == Host.JETTY && this == RESET_AT_ONCE;
  }

  boolean runsOn(Host host) {
    return host.isJersey() || !path.startsWith("jersey/");
  }

  static List<Kind> on(Host host) {
    return Stream.of(ALL).filter(kind -> kind.runsOn(host)).toList();
  }
}
