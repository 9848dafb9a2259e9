// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import java.util.List;

/** What {@code ./wayside rig parking} and {@code gate} are told. */
public record LotOptions(long seed, int seeds, int drivers, boolean kills) {

  private static final int MOST = 100_000;

  public static LotOptions parse(List<String> arguments) {
    long seed = 1;
    int seeds = 5;
    int drivers = 40;
    boolean kills = true;
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
      switch (option) {
        case "--seed" -> seed = number(option, value);
        case "--seeds" -> seeds = number(option, value);
        case "--drivers" -> drivers = number(option, value);
        case "--kills" -> kills = !value.equals("no");
        default -> throw new IllegalArgumentException("there is no option \"" + option + "\"");
      }
    }
    return new LotOptions(seed, seeds, drivers, kills);
  }

  private static int number(String option, String value) {
    if (!value.matches("[1-9][0-9]{0,5}") || Integer.parseInt(value) > MOST) {
      throw new IllegalArgumentException(option + " wants a whole number from 1 to " + MOST);
    }
    return Integer.parseInt(value);
  }
}
