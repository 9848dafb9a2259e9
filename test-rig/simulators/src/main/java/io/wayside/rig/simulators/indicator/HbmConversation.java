// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/**
 * HBM WE2110 and WE2116: {@code MSV?} is answered with 16 bytes, nine characters of sign and
 * number, five of unit (blank while the load moves), CR LF; {@code MSV?0;} sends them until {@code
 * STP;}. Other commands are answered with {@code 0}, {@code 1} (in motion) or {@code ?}, CR LF. A
 * command ends with CR, LF or a semicolon. Beyond the range the number is nine blanks.
 */
public final class HbmConversation implements Conversation {

  private final CommandLine line = new CommandLine("\r\n;");
  private boolean repeating;

  @Override
  public List<byte[]> hear(byte[] bytes, Scale scale) {
    List<byte[]> answers = new ArrayList<>();
    for (String command : line.complete(bytes)) {
      String answer = answer(command, scale);
      if (!answer.isEmpty()) {
        answers.add((answer + "\r\n").getBytes(US_ASCII));
      }
    }
    return answers;
  }

  @Override
  public List<byte[]> repeat(Scale scale) {
    return repeating ? List.of((weight(scale.shown()) + "\r\n").getBytes(US_ASCII)) : List.of();
  }

  private String answer(String command, Scale scale) {
    return switch (command) {
      case "MSV?" -> weight(scale.shown());
      case "MSV?0" -> {
        repeating = true;
        yield "";
      }
      case "STP" -> {
        repeating = false;
        yield "";
      }
      case "TAR" -> scale.tare() ? "0" : "1";
      case "TAS0" -> {
        scale.clearTare();
        yield "0";
      }
      case "CDL" ->
          switch (scale.zero()) {
            case DONE -> "0";
            case MOVING -> "1";
            case TOO_HIGH, TOO_LOW -> "2";
          };
      default -> "?";
    };
  }

  static String weight(Indication shown) {
    String number = NumberText.magnitude(shown.value(), shown.decimals());
    String weight =
        shown.blank()
            ? " ".repeat(9)
            : (shown.negative() ? "-" : " ") + NumberText.right(number, 8, '0');
    return weight + (shown.moving() ? "     " : " kg  ");
  }
}
