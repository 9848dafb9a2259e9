// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

/**
 * How the 14 bits of a level say on which side of the gauge's zero it is. Senders differ, and
 * nothing in the message says which way it is: this is a setting of each receiver.
 */
public enum LevelSign {
  TWOS_COMPLEMENT,
  /** First bit 1: above zero; the other 13 are the amount. */
  ONE_IS_ABOVE,
  /** First bit 1: below zero; the other 13 are the amount. */
  ONE_IS_BELOW;

  private static final int SIGN = 1 << 13;

  int cm(int raw) {
    boolean first = (raw & SIGN) != 0;
    int rest = raw & SIGN - 1;
    return switch (this) {
      case TWOS_COMPLEMENT -> first ? rest - SIGN : rest;
      case ONE_IS_ABOVE -> first ? rest : -rest;
      case ONE_IS_BELOW -> first ? -rest : rest;
    };
  }

  int raw(int cm) {
    return switch (this) {
      case TWOS_COMPLEMENT -> cm & (SIGN << 1) - 1;
      case ONE_IS_ABOVE -> cm > 0 ? cm | SIGN : -cm;
      case ONE_IS_BELOW -> cm < 0 ? -cm | SIGN : cm;
    };
  }
}
