// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Failed;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.data.Value;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same id is carried out at most once, whatever is sent how often. */
class CommandRepetitionTest {

  private final GateFixture gate = new GateFixture();

  @Test
  void aRepeatedCommandGetsTheFirstResultAndDoesNothing() {
    Command command = gate.command("c-1");
    CommandResult first = gate.submit(command);
    gate.handlerAnswers(new Failed("other", "another result"));
    gate.advance(Duration.ofHours(30)); // long expired

    assertThat(gate.submit(command)).isEqualTo(first);
    assertThat(gate.handled()).containsExactly("c-1");
  }

  @Test
  void aRefusalIsRepeatedToo() {
    Command command = gate.command("c-1", GateFixture.TARGET, "dance");

    assertThat(gate.submit(command)).isInstanceOf(Refused.class).isEqualTo(gate.submit(command));
  }

  @Test
  void theSameIdForAnotherWishIsRefusedAndTheFirstStays() {
    Command command = gate.command("c-1");
    CommandResult first = gate.submit(command);

    assertThat(gate.submit(gate.withArguments("c-1", new Value.Whole(2))))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("id-reused"));
    assertThat(gate.submit(command)).isEqualTo(first);
    assertThat(gate.handled()).containsExactly("c-1");
  }

  @Test
  void aHandlerThatSendsItsOwnCommandAgainIsNotEnteredTwice() {
    Command command = gate.command("c-1");
    gate.handlerSubmits(command);

    assertThat(gate.submit(command)).isInstanceOf(Done.class);
    assertThat(gate.handled()).containsExactly("c-1");
  }

  @Test
  void aThousandIdsAreRemembered() {
    Command first = gate.command("c-1");
    CommandResult result = gate.submit(first);
    for (int i = 2; i <= 1_000; i++) {
      gate.submit(gate.command("c-" + i));
    }

    assertThat(gate.submit(first)).isEqualTo(result);
    assertThat(gate.handled()).hasSize(1_000);
  }

  @Test
  void whatMayBeAForgottenCommandIsRefused() {
    Command first = gate.expiring("c-1", Duration.ofHours(2));
    gate.submit(first);
    for (int i = 2; i <= 1_001; i++) {
      gate.submit(gate.expiring("c-" + i, Duration.ofHours(3)));
    }

    assertThat(gate.submit(first)).satisfies(CommandRepetitionTest::isTooMany);
    assertThat(gate.submit(gate.expiring("n-1", Duration.ofHours(2))))
        .satisfies(CommandRepetitionTest::isTooMany);
    assertThat(gate.submit(gate.expiring("n-2", Duration.ofHours(2).plusNanos(1))))
        .isInstanceOf(Done.class);
    gate.advance(Duration.ofHours(4));
    assertThat(gate.submit(gate.expiring("n-3", Duration.ofMinutes(1)))).isInstanceOf(Done.class);
  }

  @Test
  void refusedCommandsPushNoCarriedOutOneOutOfMemory() {
    Command first = gate.command("c-1");
    CommandResult result = gate.submit(first);
    for (int i = 0; i < 5_000; i++) {
      gate.submit(gate.command("refused-" + i, GateFixture.TARGET, "dance"));
    }

    assertThat(gate.submit(first)).isEqualTo(result);
    assertThat(gate.submit(gate.expiring("c-2", Duration.ofNanos(1)))).isInstanceOf(Done.class);
  }

  @Test
  void atMostOnceHoldsForAnyOrderOfRepetitionsAndClockSteps() {
    Random random = new Random(17);
    Command[] sent = new Command[4_000];
    for (int i = 0; i < 20_000; i++) {
      int which = random.nextInt(Math.min(sent.length, 1 + i / 4));
      if (sent[which] == null) {
        sent[which] = gate.expiring("c-" + which, Duration.ofSeconds(random.nextInt(40_000)));
      }
      gate.submit(sent[which]);
      gate.advance(Duration.ofSeconds(random.nextInt(9) - 3)); // wall time may step back
    }

    Set<String> once = new HashSet<>(gate.handled());
    assertThat(gate.handled()).hasSizeGreaterThan(1_500).hasSameSizeAs(once);
  }

  private static void isTooMany(CommandResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.code()).isEqualTo("too-many-commands"));
  }
}
