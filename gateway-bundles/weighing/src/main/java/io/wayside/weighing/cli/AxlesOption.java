// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.cli;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.law.Weighed;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code 6500,9000,9000@3.6,1.3} and the uncertainty that goes with it. */
final class AxlesOption {

  private static final String AXLES = "--axles";
  private static final String UNCERTAINTY = "--u";
  private static final int MOST_AXLES = 40;

  private AxlesOption() {}

  static Weighed read(Arguments arguments, InputStream in) throws Wrong {
    String given = arguments.required(AXLES);
    String text = given.equals("-") ? Input.text(AXLES, given, in).strip() : given;
    int at = text.indexOf('@');
    List<Double> loads = numbers("load", at < 0 ? text : text.substring(0, at));
    List<Double> spacings = at < 0 ? List.of() : numbers("spacing", text.substring(at + 1));
    if (loads.size() > MOST_AXLES) {
      throw new Wrong(AXLES + ": more than " + MOST_AXLES + " axles are no vehicle");
    }
    if (spacings.size() != loads.size() - 1) {
      throw new Wrong(
          AXLES
              + ": "
              + loads.size()
              + " loads need "
              + (loads.size() - 1)
              + " spacings after @, not "
              + spacings.size());
    }
    return new Weighed(
        loads,
        uncertainties(arguments.optional(UNCERTAINTY), loads),
        spacings,
        arguments.number("--u-spacing-m", 0).orElse(0.0),
        0,
        List.of(),
        flags(arguments.optional("--flags")));
  }

  private static List<Double> numbers(String what, String text) throws Wrong {
    List<Double> numbers = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String place = AXLES + ": " + what + " " + (numbers.size() + 1);
      double number = Arguments.number(place, part, 0);
      if (number == 0 && what.equals("spacing")) {
        throw new Wrong(place + ": two axles cannot be in one place");
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** One figure for all axles, one for each, or percent of the load. */
  private static List<Double> uncertainties(Optional<String> text, List<Double> loads)
      throws Wrong {
    String given = text.orElse("0").strip();
    if (given.endsWith("%")) {
      double percent = Arguments.number(UNCERTAINTY, given.substring(0, given.length() - 1), 0);
      return loads.stream().map(load -> load * percent / 100).toList();
    }
    List<Double> each = new ArrayList<>();
    for (String part : given.split(",", -1)) {
      each.add(Arguments.number(UNCERTAINTY + ": figure " + (each.size() + 1), part, 0));
    }
    if (each.size() == 1) {
      double same = each.get(0);
      return loads.stream().map(load -> same).toList();
    }
    if (each.size() != loads.size()) {
      throw new Wrong(UNCERTAINTY + ": " + each.size() + " figures for " + loads.size() + " axles");
    }
    return each;
  }

  private static Flags flags(Optional<String> text) throws Wrong {
    Flags flags = Flags.NONE;
    if (text.isPresent()) {
      for (String code : text.get().split(",", -1)) {
        try {
          flags = flags.with(new Flag(code.strip()));
        } catch (IllegalArgumentException notFlag) {
          throw new Wrong("--flags: \"" + code + "\" is not a flag");
        }
      }
    }
    return flags;
  }
}
