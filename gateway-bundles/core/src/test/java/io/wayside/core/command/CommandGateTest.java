// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Cbor;
import io.wayside.core.data.Value;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands are carried out, which are refused, and in what words. */
class CommandGateTest {

  private final GateFixture gate = new GateFixture();

  @Test
  void carriesOutWhatIsKnownPermittedAndInTime() {
    CommandResult result = gate.submit(gate.command("c-1"));

    assertThat(result).isEqualTo(new Done(Value.Fields.with("handled", 1).build()));
    assertThat(gate.handled()).containsExactly("c-1");
  }

  @Test
  void refusesATargetNobodyHandles() {
    assertRefused(
        gate.command("c-1", "station.lane-9", "look"),
        "unknown-target",
        "\"station.lane-9\" here; there is " + GateFixture.TARGET);
  }

  @Test
  void refusesAVerbTheTargetDoesNotKnow() {
    assertRefused(
        gate.command("c-1", GateFixture.TARGET, "dance"), "unknown-verb", "\"dance\"; it knows ");
  }

  @ParameterizedTest
  @EnumSource(Permission.class)
  void refusesWithoutThePermissionOfTheVerb(Permission needed) {
    Set<Permission> allOthers = GateFixture.allBut(needed);

    assertRefused(gate.commandBy(allOthers, needed, "why"), "not-permitted", needed.name());
    assertThat(gate.submit(gate.commandBy("c-2", Set.of(needed), needed, "why")))
        .isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"MAINTAIN", "ADMINISTER"})
  void refusesToActOnDevicesOrConfigurationWithoutAReason(Permission needed) {
    assertRefused(gate.commandBy(Set.of(needed), needed, " \t"), "reason-missing", "reason");
  }

  @ParameterizedTest
  @EnumSource(names = {"WATCH", "OPERATE"})
  void asksForNoReasonToLookOrOperate(Permission needed) {
    assertThat(gate.submit(gate.commandBy("c-1", Set.of(needed), needed, "")))
        .isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -86_400_000})
  void refusesWhatHasExpired(long millisAhead) {
    assertRefused(gate.expiring("c-1", Duration.ofMillis(millisAhead)), "expired", "SYNCHRONISED");
  }

  @Test
  void refusesWhatExpiresMoreThanADayAhead() {
    assertRefused(
        gate.expiring("c-1", Duration.ofHours(24).plusNanos(1)), "expires-too-late", "24 hours");
    assertThat(gate.submit(gate.expiring("c-2", Duration.ofHours(24)))).isInstanceOf(Done.class);
    assertThat(gate.submit(gate.expiring("c-3", Duration.ofNanos(1)))).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n"})
  void refusesACommandWithoutAnId(String id) {
    assertRefused(gate.command(id), "unfit", "id");
  }

  @Test
  void refusesWhatIsTooLargeToBeKept() {
    Value many = new Value.Text("x".repeat(20_000));

    assertRefused(gate.command("i".repeat(1_001)), "unfit", "1000 characters");
    assertRefused(gate.withArguments("c-1", many), "unfit", "16384 bytes");
  }

  @Test
  void refusesArgumentsThatAreTooDeepToBeRecorded() {
    Value deep = Value.ABSENT;
    for (int i = 0; i < 15; i++) {
      deep = new Value.Many(List.of(deep));
    }
    assertThat(gate.submit(gate.withArguments("c-1", deep))).isInstanceOf(Done.class);
    assertThat(Cbor.encode(gate.lastAudit().body())).isNotEmpty();

    assertRefused(
        gate.withArguments("c-2", new Value.Many(List.of(deep))), "unfit", "nested 16 deep");
    assertThat(Cbor.encode(gate.lastAudit().body())).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void aHandlerThatThrowsHasFailed(Class<? extends Throwable> fault) throws Exception {
    gate.handlerThrows(fault.getConstructor(String.class).newInstance("wiring is loose"));

    assertThat(gate.submit(gate.command("c-1")))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("handler-fault");
              assertThat(failed.message()).contains(GateFixture.TARGET, "wiring is loose");
            });
  }

  @Test
  void whatTheHandlerSaysIsTheResult() {
    gate.handlerAnswers(new Refused("busy", "a vehicle is on the scale"));
    assertThat(gate.submit(gate.command("c-1")))
        .isEqualTo(new Refused("busy", "a vehicle is on the scale"));

    gate.handlerAnswers(new Failed("stuck", "the barrier stopped half way"));
    assertThat(gate.submit(gate.command("c-2")))
        .isEqualTo(new Failed("stuck", "the barrier stopped half way"));
  }

  private void assertRefused(Command command, String code, String inMessage) {
    int handledBefore = gate.handled().size();

    assertThat(gate.submit(command))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.message()).contains(inMessage);
            });
    assertThat(gate.handled()).hasSize(handledBefore);
  }
}
