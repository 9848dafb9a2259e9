// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import static io.wayside.uplink.command.Sender.TOPIC;
import static io.wayside.uplink.command.Sender.command;
import static io.wayside.uplink.command.Sender.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.command.Permission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedCommandTest {

  private static final String COMMAND =
      command("c-1", "2026-11-21T05:00:05Z", "2026-11-21T05:01:00Z");

  private final Sender sender = new Sender();
  private final FakePath path = new FakePath();
  private final SetTime time = new SetTime();
  private final CommandIntake intake =
      new CommandIntake(
          "gw-1",
          CommandTopics.of("demo", "gw-1"),
          new CommandRules(
              Optional.of(SenderKeys.parse("keys", "# dispatch\n" + sender.keyLine("d-1"))),
              Set.of(Permission.OPERATE),
              false),
          path,
          time);

  SignedCommandTest() throws Exception {
    time.passes(Duration.ofSeconds(10));
  }

  private void refuses(String code, byte[] payload) {
    assertThat(new String(intake.receive(payload, false), StandardCharsets.UTF_8))
        .contains("\"outcome\":\"refused\"")
        .contains("\"code\":\"" + code + "\"");
    assertThat(path.submitted).isEmpty();
  }

  @Test
  void aSignedCommandIsCarriedOutAndTheAuditWillNameTheKey() throws Exception {
    intake.receive(sender.signed("d-1", TOPIC, COMMAND), false);
    assertThat(path.submitted).hasSize(1);
    assertThat(path.submitted.get(0).actor().name()).isEqualTo("dispatch (key d-1)");
  }

  @Test
  void anUnsignedCommandIsRefused() {
    refuses("malformed", utf8(COMMAND));
  }

  @Test
  void aKeyThatIsNotInTheFileIsRefused() throws Exception {
    refuses("unknown-key", sender.signed("d-2", TOPIC, COMMAND));
    refuses("bad-signature", new Sender().signed("d-1", TOPIC, COMMAND));
  }

  @Test
  void aCommandForAnotherGatewayIsWorthNothingHere() throws Exception {
    refuses("bad-signature", sender.signed("d-1", "way/v1/demo/gw-2/command", COMMAND));
  }

  /** Every bit of the message is covered: any change of any byte and nothing happens. */
  @Test
  void whateverIsChangedNothingHappens() throws Exception {
    byte[] good = sender.signed("d-1", TOPIC, COMMAND);
    Random random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      byte[] changed = good.clone();
      int at = random.nextInt(changed.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      intake.receive(changed, false);
      assertThat(path.submitted).as("byte %d as %d", at, changed[at]).isEmpty();
    }
  }

  @Test
  void aKeyFileIsReadOrItsLineNamed(@TempDir Path dir) throws Exception {
    Path file = Files.writeString(dir.resolve("keys"), sender.keyLine("d-1"));
    assertThat(SenderKeys.read(file).knows("d-1")).isTrue();
    assertThatThrownBy(() -> SenderKeys.read(dir.resolve("absent")))
        .hasMessageContaining("commandKeysFile " + dir.resolve("absent") + " cannot be read");
    assertThatThrownBy(() -> SenderKeys.parse("keys", "\n# only words\n"))
        .hasMessageContaining("holds no key");
    assertThatThrownBy(() -> SenderKeys.parse("keys", sender.keyLine("a") + "b\n"))
        .hasMessageContaining("keys, line 2: expected a name and a key");
    assertThatThrownBy(() -> SenderKeys.parse("keys", "a AAAA"))
        .hasMessageContaining("line 1: not an Ed25519 public key");
    assertThatThrownBy(() -> SenderKeys.parse("keys", sender.keyLine("a") + sender.keyLine("a")))
        .hasMessageContaining("line 2: the name \"a\" is there already");
  }
}
