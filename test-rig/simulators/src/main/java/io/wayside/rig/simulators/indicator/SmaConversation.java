// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SMA SCP-0499: commands stand between LF and CR, and so do the answers {@code s r n m f xxxxxx.xxx
 * uuu}. Each command ends a repetition; ESC ends whatever is under way; what is not understood is
 * answered with a question mark, a byte that is no ASCII with an exclamation mark.
 */
public final class SmaConversation implements Conversation {

  private static final char ESCAPE = 0x1B;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final List<String> ABOUT =
      List.of("MFG:Wayside", "MOD:Simulated", "REV:1.0", "SN :1234567890", "END:");
  private static final String LEVEL = "SMA:2/1.0";

  private final CommandLine line = new CommandLine("\r");
  private char waiting;
  private char repeating;
  private long waitingUntilNanos;
  private int about = ABOUT.size();
  private int information = Integer.MAX_VALUE;

  @Override
  public List<byte[]> hear(byte[] bytes, Scale scale) {
    List<byte[]> answers = new ArrayList<>();
    for (String command : line.complete(bytes)) {
      String answer = answer(command, scale);
      if (answer != null) {
        answers.add(framed(answer));
      }
    }
    if (waiting != 0) {
      boolean atRest = !scale.shown().moving();
      if (atRest || scale.nanos() >= waitingUntilNanos) {
        answers.add(framed(afterWaiting(waiting, atRest, scale)));
        waiting = 0;
      }
    }
    return answers;
  }

  @Override
  public List<byte[]> repeat(Scale scale) {
    return repeating == 0 ? List.of() : List.of(framed(weight(repeating == 'S', ' ', scale)));
  }

  private @Nullable String answer(String heard, Scale scale) {
    int start = Math.max(heard.lastIndexOf('\n'), heard.lastIndexOf(ESCAPE)) + 1;
    if (heard.indexOf(ESCAPE) >= 0) {
      stop();
    }
    String command = heard.substring(start);
    if (start == 0 || heard.charAt(start - 1) == ESCAPE) {
      return null; // without LF there is no command
    }
    stop();
    if (command.chars().anyMatch(c -> c > 0x7E)) {
      return "!";
    }
    return command.length() == 1 ? answer(command.charAt(0), scale) : "?";
  }

  private void stop() {
    waiting = 0;
    repeating = 0;
  }

  private @Nullable String answer(char command, Scale scale) {
    switch (command) {
      case 'P', 'Q', 'Z', 'T' -> {
        waiting = command;
        waitingUntilNanos = scale.nanos() + PATIENCE.toNanos();
        return null;
      }
      case 'R', 'S' -> {
        repeating = command;
        return weight(command == 'S', ' ', scale);
      }
      case 'W', 'H' -> {
        return weight(command == 'H', ' ', scale);
      }
      case 'M' -> {
        Indication tare = Indication.of(scale.tareValue(), scale.settings().decimals());
        return line(' ', 'T', scale.shown().moving(), number(tare));
      }
      case 'C' -> {
        scale.clearTare();
        return weight(false, ' ', scale);
      }
      case 'D' -> {
        return "    ";
      }
      default -> {
        return text(command, scale.settings());
      }
    }
  }

  /** A and B page through what the scale is, I and N through what it can do. */
  private String text(char command, IndicatorSettings settings) {
    List<String> abilities =
        List.of(
            "TYP:S",
            "CAP:kg :%d:%d:%d"
                .formatted(
                    Math.round(settings.capacityKg()),
                    settings.unitsPerInterval(),
                    settings.decimals()),
            "CMD:HPQRSTMC",
            "END:");
    return switch (command) {
      case 'A' -> {
        about = 0;
        yield LEVEL;
      }
      case 'B' -> about < ABOUT.size() ? ABOUT.get(about++) : "?";
      case 'I' -> {
        information = 0;
        yield LEVEL;
      }
      case 'N' -> information < abilities.size() ? abilities.get(information++) : "?";
      default -> "?";
    };
  }

  private static String afterWaiting(char command, boolean atRest, Scale scale) {
    return switch (command) {
      case 'Z' ->
          atRest && scale.zero() == Scale.Zeroing.DONE
              ? weight(false, ' ', scale)
              : weight(false, 'E', scale);
      case 'T' -> weight(false, atRest && scale.tare() ? ' ' : 'T', scale);
      default ->
          atRest
              ? weight(command == 'Q', ' ', scale)
              : line(' ', command == 'Q' ? 'n' : 'G', true, "-".repeat(10));
    };
  }

  private static String weight(boolean fine, char error, Scale scale) {
    Indication shown = fine ? scale.fine() : scale.shown();
    char gross = fine ? 'g' : 'G';
    char net = fine ? 'n' : 'N';
    String number = error == ' ' ? number(shown) : "-".repeat(10);
    return line(
        error == ' ' ? status(shown) : error, shown.net() ? net : gross, shown.moving(), number);
  }

  private static char status(Indication shown) {
    return switch (shown.range()) {
      case OVER -> 'O';
      case UNDER -> 'U';
      case SHOWN -> shown.value() == 0 && !shown.net() ? 'Z' : ' ';
    };
  }

  private static String number(Indication shown) {
    return NumberText.right(NumberText.signed(shown.value(), shown.decimals()), 10, ' ');
  }

  private static String line(char status, char kind, boolean moving, String number) {
    return status + "1" + kind + (moving ? 'M' : ' ') + ' ' + number + "kg ";
  }

  private static byte[] framed(String text) {
    return ("\n" + text + "\r").getBytes(US_ASCII);
  }
}
