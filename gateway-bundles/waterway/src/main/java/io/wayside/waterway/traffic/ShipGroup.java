// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

import java.util.Locale;

/** Types of ships as AIS counts them, in groups a traffic count has use for. */
public enum ShipGroup {
  CARGO,
  TANKER,
  PASSENGER,
  HIGH_SPEED,
  TUG_AND_TOW,
  FISHING,
  SERVICE,
  PLEASURE,
  OTHER,
  UNKNOWN;

  /** By the number of AIS, 0 to 99 (ITU-R M.1371, type of ship and cargo). */
  public static ShipGroup of(int shipType) {
    return switch (shipType / 10) {
      case 2, 4 -> HIGH_SPEED; // wing in ground, high-speed craft
      case 3 -> thirties(shipType);
      case 5 -> shipType == 52 ? TUG_AND_TOW : SERVICE; // pilots, rescue, police, tenders
      case 6 -> PASSENGER;
      case 7 -> CARGO;
      case 8 -> TANKER;
      case 9 -> OTHER;
      default -> UNKNOWN;
    };
  }

  private static ShipGroup thirties(int shipType) {
    return switch (shipType) {
      case 30 -> FISHING;
      case 31, 32 -> TUG_AND_TOW;
      case 33, 34, 35 -> SERVICE; // dredging, diving, military
      case 36, 37 -> PLEASURE;
      default -> UNKNOWN;
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
