// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import static io.wayside.uplink.command.Sender.TOPIC;
import static io.wayside.uplink.command.Sender.command;
import static io.wayside.uplink.command.Sender.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandGate;
import io.wayside.core.command.CommandHandler;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Arbitrary bytes on the command topic: always an answer, never an exception, nothing happens. */
class CommandFuzzTest {

  private static final int ROUNDS = 20_000;

  private final SetTime time = new SetTime();
  private final Station station = new Station();
  private final CommandGate gate = new CommandGate();
  private final Sender sender = new Sender();

  CommandFuzzTest() throws Exception {}

  /** Counts what reached it. */
  private static final class Station implements CommandHandler {
    int carriedOut;

    @Override
    public String target() {
      return "weighing.lane-1";
    }

    @Override
    public Map<String, Permission> verbs() {
      return Map.of("finish-vehicle", Permission.ADMINISTER); // the centre may not
    }

    @Override
    public CommandResult handle(Command command) {
      carriedOut++;
      return new CommandResult.Done(new Value.Fields(Map.of()));
    }
  }

  private CommandIntake intake(boolean signed) {
    Provenance by = new Provenance("0.1.0", "0123456789abcdef", "none");
    CommandIntake intake =
        new CommandIntake(
            "gw-1",
            CommandTopics.of("demo", "gw-1"),
            new CommandRules(
                signed
                    ? Optional.of(SenderKeys.parse("keys", sender.keyLine("d-1")))
                    : Optional.empty(),
                Set.of(Permission.OPERATE),
                false),
            command -> gate.submit(command, List.of(station), time.now(), by).result(),
            time);
    time.passes(Duration.ofSeconds(10));
    return intake;
  }

  private byte[] hostile(Random random, byte[] good) {
    return switch (random.nextInt(5)) {
      case 0 -> {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        yield noise;
      }
      case 1 -> Arrays.copyOf(good, random.nextInt(good.length));
      case 2 -> {
        byte[] mutated = good.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
          mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        yield mutated;
      }
      case 3 -> {
        String text = new String(good, StandardCharsets.UTF_8);
        int from = random.nextInt(text.length());
        int to = from + random.nextInt(text.length() - from);
        yield utf8(text.substring(0, to) + text.substring(from));
      }
      default -> {
        String[] pieces = {"{", "}", "[", "\"id\"", ":", ",", "1e999", "\\ud800", "null", "\"x\""};
        List<String> text = new ArrayList<>();
        for (int i = random.nextInt(60); i > 0; i--) {
          text.add(pieces[random.nextInt(pieces.length)]);
        }
        yield utf8(String.join("", text));
      }
    };
  }

  private void survives(CommandIntake intake, byte[] good) throws Exception {
    Random random = new Random(20_261_121);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] answer = intake.receive(hostile(random, good), random.nextBoolean());
      assertThat(answer.length).as("round %d", i).isLessThan(16_000);
      Value.Fields said =
          (Value.Fields) Json.read(new String(answer, StandardCharsets.UTF_8)).root();
      assertThat(said.get("outcome")).as("round %d", i).isEqualTo(new Value.Text("refused"));
    }
    assertThat(station.carriedOut).isZero();
  }

  @Test
  void withoutSignatures() throws Exception {
    survives(intake(false), utf8(command("c-1", "2026-11-21T05:00:05Z", "2026-11-21T05:01:00Z")));
  }

  @Test
  void withSignatures() throws Exception {
    survives(
        intake(true),
        sender.signed(
            "d-1", TOPIC, command("c-1", "2026-11-21T05:00:05Z", "2026-11-21T05:01:00Z")));
  }
}
