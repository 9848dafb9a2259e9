// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.record;

import io.wayside.core.data.Value;
import io.wayside.waterway.watch.Answer;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.BodyState;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import io.wayside.waterway.watch.PowerState;
import io.wayside.waterway.watch.TelemetryState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** All answers about an aid as a record has them, and back. */
public final class AidStateBody {

  private AidStateBody() {}

  /**
   * Answers as record content.
   *
   * @param wall the wall time of a moment
   */
  static Value.Fields of(Answers answers, LongFunction<Instant> wall) {
    return Value.Fields.with("light", answer(answers.light(), wall))
        .and("place", answer(answers.place(), wall))
        .and("power", answer(answers.power(), wall))
        .and("body", answer(answers.body(), wall))
        .and("telemetry", answer(answers.telemetry(), wall))
        .and("planned", answers.planned().map(p -> planned(p, wall)).orElse(Value.ABSENT))
        .and("misleads", answers.misleads())
        .build();
  }

  static Value answer(Answer<?> answer, LongFunction<Instant> wall) {
    return Value.Fields.with("state", answer.code())
        .and("reason", answer.reason())
        .and("since", wall.apply(answer.sinceNanos()).toString())
        .build();
  }

  private static Value planned(Answers.Planned planned, LongFunction<Instant> wall) {
    return Value.Fields.with("reason", planned.reason())
        .and("since", wall.apply(planned.sinceNanos()).toString())
        .build();
  }

  /** One answer as it was written down. */
  public record Written(String state, String reason, Instant since) {}

  /** Reads one answer; empty where another release wrote something else. */
  public static Optional<Written> read(Value.Fields body, String question) {
    if (!(body.get(question) instanceof Value.Fields answer)
        || !(answer.get("reason") instanceof Value.Text reason)
        || !(answer.get("since") instanceof Value.Text since)) {
      return Optional.empty();
    }
    String state = answer.get("state") instanceof Value.Text text ? text.value() : "";
    try {
      return Optional.of(new Written(state, reason.value(), Instant.parse(since.value())));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  /**
   * The answers as they were written down; empty where any cannot be read. What was dark on purpose
   * is among them: that it ended with the gateway is news.
   *
   * @param nanos the monotonic time of a wall time
   */
  public static Optional<Answers> read(Value.Fields body, ToLongFunction<Instant> nanos) {
    Optional<Answer<LightState>> light = read(body, "light", LightState.class, nanos);
    Optional<Answer<PlaceState>> place = read(body, "place", PlaceState.class, nanos);
    Optional<Answer<PowerState>> power = read(body, "power", PowerState.class, nanos);
    Optional<Answer<BodyState>> whole = read(body, "body", BodyState.class, nanos);
    Optional<Answer<TelemetryState>> heard = read(body, "telemetry", TelemetryState.class, nanos);
    return light.isEmpty()
            || place.isEmpty()
            || power.isEmpty()
            || whole.isEmpty()
            || heard.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Answers(
                light.get(),
                place.get(),
                power.get(),
                whole.get(),
                heard.get(),
                planned(body, nanos)));
  }

  private static Optional<Answers.Planned> planned(
      Value.Fields body, ToLongFunction<Instant> nanos) {
    return read(body, "planned")
        .map(written -> new Answers.Planned(written.reason(), nanos.applyAsLong(written.since())));
  }

  private static <S extends Enum<S>> Optional<Answer<S>> read(
      Value.Fields body, String question, Class<S> states, ToLongFunction<Instant> nanos) {
    return read(body, question)
        .flatMap(
            written ->
                state(states, written.state())
                    .map(
                        state ->
                            new Answer<>(
                                state, written.reason(), nanos.applyAsLong(written.since()))));
  }

  /** A state by its word. */
  public static <S extends Enum<S>> Optional<S> state(Class<S> states, String word) {
    try {
      return Optional.of(Enum.valueOf(states, word.toUpperCase(Locale.ROOT).replace('-', '_')));
    } catch (IllegalArgumentException ofAnotherRelease) {
      return Optional.empty();
    }
  }
}
