// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a modem ends its answer to a command. */
public sealed interface ModemAnswer {

  /** 3GPP TS 27.005 section 3.2.5 and TS 27.007 section 9.2. */
  Pattern ERROR = Pattern.compile("\\+(CMS|CME) ERROR: *(.{0,80})");

  /** Done. */
  record Done() implements ModemAnswer {}

  /** It waits for the text of a message. */
  record Prompt() implements ModemAnswer {}

  /**
   * Not done.
   *
   * @param code such as {@code CMS ERROR 38}, or {@code ERROR} alone
   * @param remedy what it means and what to do, as far as known
   */
  record Failed(String code, String remedy) implements ModemAnswer {}

  /** The end that a line is; empty for a line that is none. */
  static Optional<ModemAnswer> of(String line) {
    if (line.equals("OK")) {
      return Optional.of(new Done());
    }
    if (line.equals(ModemLines.PROMPT)) {
      return Optional.of(new Prompt());
    }
    if (line.equals("ERROR") || line.equals("NO CARRIER") || line.equals("COMMAND NOT SUPPORT")) {
      return Optional.of(new Failed(line, "the modem does not know the command: look at its make"));
    }
    Matcher error = ERROR.matcher(line);
    return error.matches()
        ? Optional.of(
            new Failed(error.group(1) + " ERROR " + error.group(2), remedy(error.group(1), error)))
        : Optional.empty();
  }

  private static String remedy(String family, Matcher error) {
    String code = error.group(2).strip();
    if (family.equals("CME")) {
      return switch (code) {
        case "10", "SIM not inserted" -> "no SIM: put one in";
        case "11", "SIM PIN required" -> "the SIM wants its PIN: give it in pinFile, or remove it";
        case "12", "SIM PUK required" -> "the SIM is locked: it wants its PUK, by a telephone";
        case "13", "SIM failure" -> "the SIM is faulty: renew it";
        case "14", "SIM busy" -> "the SIM is busy: it is asked again";
        case "16", "incorrect password" ->
            "the PIN is wrong: correct pinFile; it is not tried again";
        case "30", "no network service" -> "no network: look at the antenna";
        default -> "see section 9.2 of 3GPP TS 27.007";
      };
    }
    return switch (code) {
      case "10", "28", "38" -> "the network does not know or bar the number: look at the contract";
      case "21", "50" -> "the number called does not take the message";
      case "310" -> "no SIM: put one in";
      case "311" -> "the SIM wants its PIN: give it in pinFile, or remove it";
      case "322" -> "the memory for messages is full: it is emptied";
      case "331", "332" -> "no network: look at the antenna";
      case "330" -> "no number of the message centre on the SIM: set it by a telephone";
      default -> "see section 3.2.5 of 3GPP TS 27.005";
    };
  }
}
