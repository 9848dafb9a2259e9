// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.driver.modbus.codec.Answer;
import io.wayside.driver.modbus.codec.Answer.Cells;
import io.wayside.driver.modbus.codec.Answer.Exceptional;
import io.wayside.driver.modbus.codec.Answer.Unreadable;

/** What an answer means for whoever asked. Codes are those of section 7 of the protocol. */
final class Outcome {

  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_ADDRESS = 2;
  private static final int ILLEGAL_VALUE = 3;
  private static final int ACKNOWLEDGED = 5;
  private static final int BUSY = 6;
  private static final int MEMORY_PARITY = 8;
  private static final int NO_PATH = 10;
  private static final int NO_ANSWER_FROM_TARGET = 11;

  private Outcome() {}

  /**
   * The cells of a good answer.
   *
   * @param place names device, unit and line, for messages
   */
  static int[] cells(String place, Answer answer) throws DeviceException {
    if (answer instanceof Cells cells) {
      return cells.values();
    }
    if (answer instanceof Exceptional exceptional) {
      throw refusal(place, exceptional.code());
    }
    if (answer instanceof Unreadable unreadable) {
      throw new DeviceException.Garbled(
          place + ": " + unreadable.why() + "; check baud rate, parity, wiring and unit numbers");
    }
    throw new DeviceException.TimedOut(
        place + ": no answer; check its power, its unit number and the wiring");
  }

  private static DeviceException refusal(String place, int code) {
    return switch (code) {
      case ILLEGAL_FUNCTION -> refused(place, code, "it does not know this function");
      case ILLEGAL_ADDRESS ->
          refused(
              place, code, "it has no such cells; addresses count from 0, manuals often from 1");
      case ILLEGAL_VALUE -> refused(place, code, "it does not take this number of cells or value");
      case ACKNOWLEDGED ->
          new DeviceException.TimedOut(place + ": it is still at work (exception 5); ask later");
      case BUSY ->
          new DeviceException.TimedOut(place + ": it is busy (exception 6); ask less often");
      case MEMORY_PARITY ->
          new DeviceException.Garbled(place + ": its memory is at fault (exception 8); renew it");
      case NO_PATH ->
          new DeviceException.LinkDown(
              place + ": the gateway before it has no way to it (exception 10); check the gateway");
      case NO_ANSWER_FROM_TARGET ->
          new DeviceException.TimedOut(
              place
                  + ": the gateway before it got no answer (exception 11); check power and unit"
                  + " number");
      default -> refused(place, code, "its manual says why");
    };
  }

  private static DeviceException refused(String place, int code, String why) {
    return new DeviceException.Refused(place + ": refused with exception " + code + ", " + why);
  }

  /** Whether the device has not done what it was asked and says that it may do so soon. */
  static boolean isBusy(Answer answer) {
    return answer instanceof Exceptional exceptional && exceptional.code() == BUSY;
  }

  /** Whether the same reading may succeed at once. */
  static boolean mayPass(Answer answer) {
    return isBusy(answer) || answer instanceof Unreadable || answer instanceof Answer.Nothing;
  }
}
