// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * MT-SICS levels 0 and 1: command lines end with CR LF, so do answers. A weight has ten characters,
 * right-aligned. ES unknown command, ET a byte that is no ASCII (a transmission error), EL a known
 * command that this instrument does not carry out.
 */
public final class MtSicsConversation implements Conversation {

  private static final String[] COMMANDS = {
    "0 \"I0\"", "0 \"I1\"", "0 \"I2\"", "0 \"I3\"", "0 \"I4\"", "0 \"I5\"", "0 \"S\"", "0 \"SI\"",
    "0 \"SIR\"", "0 \"Z\"", "0 \"ZI\"", "0 \"@\"", "1 \"T\"", "1 \"TA\"", "1 \"TAC\"", "1 \"TI\""
  };
  private static final Set<String> NOT_CARRIED_OUT =
      Set.of("D", "DW", "K", "SR", "SU", "PW", "M21");
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String SERIAL_NUMBER = "1234567890";

  private final CommandLine line = new CommandLine("\n");
  private @Nullable String waiting;
  private long waitingUntilNanos;
  private boolean repeating;

  @Override
  public List<byte[]> hear(byte[] bytes, Scale scale) {
    List<byte[]> answers = new ArrayList<>();
    for (String command : line.complete(bytes)) {
      answer(command.endsWith("\r") ? command.substring(0, command.length() - 1) : command, scale)
          .forEach(text -> answers.add(bytes(text)));
    }
    if (waiting != null) {
      boolean atRest = !scale.shown().moving();
      if (atRest || scale.nanos() >= waitingUntilNanos) {
        answers.add(bytes(afterWaiting(waiting, atRest, scale)));
        waiting = null;
      }
    }
    return answers;
  }

  @Override
  public List<byte[]> repeat(Scale scale) {
    return repeating ? List.of(bytes(weight("S", scale))) : List.of();
  }

  private List<String> answer(String command, Scale scale) {
    if (command.isEmpty()) {
      return List.of();
    }
    if (command.chars().anyMatch(c -> c > 0x7E || c < 0x20)) {
      return List.of("ET");
    }
    return switch (command) {
      case "S", "Z", "T" -> waitFor(command, scale);
      case "SI" -> now(scale);
      case "SIR" -> {
        repeating = true;
        yield List.of(weight("S", scale));
      }
      case "ZI" -> List.of(zeroed("ZI", scale.zero(), "S", "D"));
      case "TI" -> List.of(scale.tare() ? weight("TI", "S", scale.tareValue(), scale) : "TI I");
      case "TA" -> List.of(weight("TA", "A", scale.tareValue(), scale));
      case "TAC" -> {
        scale.clearTare();
        yield List.of("TAC A");
      }
      case "@" -> {
        reset();
        yield List.of("I4 A \"" + SERIAL_NUMBER + "\"");
      }
      default -> information(command);
    };
  }

  private List<String> waitFor(String command, Scale scale) {
    repeating = false;
    waiting = command;
    waitingUntilNanos = scale.nanos() + PATIENCE.toNanos();
    return List.of();
  }

  private List<String> now(Scale scale) {
    repeating = false;
    return List.of(weight("S", scale));
  }

  private void reset() {
    repeating = false;
    waiting = null;
    line.clear();
  }

  private static List<String> information(String command) {
    return switch (command) {
      case "I0" -> commands();
      case "I1" -> List.of("I1 A \"01\" \"2.30\" \"2.30\" \"\" \"\"");
      case "I2" -> List.of("I2 A \"Simulated 30000.0 kg\"");
      case "I3" -> List.of("I3 A \"1.00\"");
      case "I4" -> List.of("I4 A \"" + SERIAL_NUMBER + "\"");
      case "I5" -> List.of("I5 A \"00000001A\"");
      default -> List.of(refusal(command));
    };
  }

  /** The list of commands ends with the one line that says A instead of B. */
  private static List<String> commands() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COMMANDS.length; i++) {
      lines.add("I0 " + (i < COMMANDS.length - 1 ? "B " : "A ") + COMMANDS[i]);
    }
    return lines;
  }

  private static String refusal(String command) {
    String name = command.split(" ", 2)[0];
    if (NOT_CARRIED_OUT.contains(name)) {
      return "EL";
    }
    boolean known = List.of(COMMANDS).stream().anyMatch(c -> c.endsWith("\"" + name + "\""));
    return known ? name + " L" : "ES";
  }

  private static String afterWaiting(String command, boolean atRest, Scale scale) {
    if (!atRest) {
      return command + " I";
    }
    return switch (command) {
      case "Z" -> zeroed("Z", scale.zero(), "A", "I");
      case "T" -> scale.tare() ? weight("T", "S", scale.tareValue(), scale) : "T I";
      default -> weight("S", scale);
    };
  }

  private static String zeroed(String command, Scale.Zeroing zeroing, String done, String moving) {
    return command
        + " "
        + switch (zeroing) {
          case DONE -> done;
          case MOVING -> moving;
          case TOO_HIGH -> "+";
          case TOO_LOW -> "-";
        };
  }

  private static String weight(String command, Scale scale) {
    Indication shown = scale.shown();
    return switch (shown.range()) {
      case OVER -> command + " +";
      case UNDER -> command + " -";
      case SHOWN -> weight(command, shown.moving() ? "D" : "S", shown.value(), scale);
    };
  }

  private static String weight(String command, String status, long value, Scale scale) {
    String number = NumberText.signed(value, scale.settings().decimals());
    return command + " " + status + " " + NumberText.right(number, 10, ' ') + " kg";
  }

  private static byte[] bytes(String text) {
    return (text + "\r\n").getBytes(US_ASCII);
  }
}
