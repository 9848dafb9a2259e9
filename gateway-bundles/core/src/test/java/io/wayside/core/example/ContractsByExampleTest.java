// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightSource;
import io.wayside.core.health.Health;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.quality.Measurement;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.unit.Mass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of docs/contracts.md, so that they compile and hold. */
class ContractsByExampleTest {

  private final Stamp now =
      new Stamp(
          Instant.parse("2026-11-21T05:00:00Z"), ClockQuality.synchronisedBy("ntp"), "boot-1", 42);

  @Test
  void aMeasurementKeepsItsDoubts() {
    Measurement gross = new Measurement(16_240, "kg", 60, Flags.of(Flag.SIGNAL_INTERRUPTED));
    Flags flags = gross.flags().with(Flag.IMPLAUSIBLE);
    assertThat(flags.has(Flag.SIGNAL_INTERRUPTED)).isTrue();
    assertThat(Json.write(gross.toValue()))
        .isEqualTo(
            "{\"value\":16240.0,\"unit\":\"kg\",\"uncertainty\":60.0,"
                + "\"flags\":[\"signal-interrupted\"]}");
  }

  @Test
  void aStationHandsADraftToTheJournal() throws Exception {
    Value.Fields body =
        Value.Fields.with("vehicle", 12)
            .and("gross", new Measurement(16_240, "kg", 60, Flags.NONE).toValue())
            .and("tare", Value.ABSENT)
            .build();
    Draft draft =
        new Draft(
            "weighing.lane-1",
            new RecordKind("weighing", 1),
            Importance.ENFORCEMENT,
            now,
            new Provenance("0.1.0", "9f2c41d0a6b7e358", "none"),
            body);
    assertThat(draft.importance().mayBeDropped()).isFalse();
    assertThat(Cbor.decode(Cbor.encode(draft.body()))).isEqualTo(body);
    assertThat(Json.read(Json.write(draft.body())).root()).isEqualTo(body);
  }

  @Test
  void aStationListensToAScale() {
    List<String> heard = new ArrayList<>();
    OneReading scale = new OneReading();
    try (Subscription subscription =
        scale.subscribe(
            new Listener<>() {
              @Override
              public void received(WeightReading reading) {
                heard.add(reading.mass().toString());
              }

              @Override
              public void interrupted(Interruption interruption) {
                heard.add(interruption.cause().name());
              }
            })) {
      assertThat(heard).containsExactly("16240.0 kg", "LINK_DOWN");
      assertThat(subscription).isNotNull();
    }
  }

  /** Says one thing and hangs up. */
  private static final class OneReading implements WeightSource {
    @Override
    public String deviceId() {
      return "scale-1";
    }

    @Override
    public Subscription subscribe(Listener<? super WeightReading> listener) {
      listener.received(
          new WeightReading(
              42,
              new Mass(16_240),
              new Mass(20),
              WeightReading.Motion.NOT_TOLD,
              WeightReading.Basis.GROSS,
              Flags.of(Flag.SIMULATED),
              "022b303136323430303144 03".replace(" ", "")));
      listener.interrupted(
          new Interruption(
              42, Interruption.Cause.LINK_DOWN, "scale-1 at /dev/ttyUSB0: gone; check the plug"));
      return () -> {};
    }
  }

  @Test
  void aStationAnswersACommand() {
    CommandHandler handler =
        new CommandHandler() {
          @Override
          public String target() {
            return "station.lane-1";
          }

          @Override
          public Map<String, Permission> verbs() {
            return Map.of("finish-vehicle", Permission.OPERATE);
          }

          @Override
          public CommandResult handle(Command command) {
            return new CommandResult.Done(Value.Fields.with("vehicle", 12).build());
          }
        };
    Command command =
        new Command(
            "c-1",
            "station.lane-1",
            "finish-vehicle",
            Value.Fields.with("vehicle", 12).build(),
            new Actor("chị Hoa", "console", Set.of(Permission.OPERATE)),
            "the driver has left the platform",
            Instant.parse("2026-11-21T05:01:00Z"));
    assertThat(handler.handle(command)).isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void aPartSaysHowItIs() {
    Health health =
        new Health(
            Health.Status.FAILED,
            "link-down",
            "scale-1 at /dev/ttyUSB0: no such device; plug the adapter in",
            42);
    assertThat(health.sameAs(Health.ok(42))).isFalse();
    assertThat(Json.write(health.toValue())).contains("link-down").contains("plug the adapter in");
  }
}
