// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Modbus device",
    description = "A device of registers and bits on a serial line (RTU) or on TCP.")
@interface Config {

  /** How frames are wrapped. */
  enum Framing {
    /** RTU on serial lines, TCP on TCP. */
    BY_LINK,
    /** RTU, also through a serial device server. */
    RTU,
    TCP
  }

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description =
          "serial:/dev/serial/by-id/NAME?9600,8N1 or tcp://host:502. Devices with the same link"
              + " share the line.")
  String link();

  @AttributeDefinition(
      name = "Unit",
      description = "Number of the device on its line, 1 to 247; on TCP also 0 and 255.",
      min = "0",
      max = "255")
  int unit() default 1;

  @AttributeDefinition(
      name = "Framing",
      description = "BY_LINK, or RTU for a device behind a serial device server.")
  Framing framing() default Framing.BY_LINK;

  @AttributeDefinition(
      name = "Answer within",
      description = "How long an answer may take in milliseconds.",
      min = "20",
      max = "10000")
  int answerWithinMs() default 500;

  @AttributeDefinition(
      name = "Attempts",
      description =
          "How often a reading is tried before it fails. A write is repeated only when the device"
              + " said that it was busy.",
      min = "1",
      max = "10")
  int attempts() default 3;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to open the line anew, in milliseconds.",
      min = "20",
      max = "1000")
  int firstRetryMs() default 250;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between attempts to open the line anew, in milliseconds.",
      min = "100",
      max = "60000")
  int longestRetryMs() default 2_000;

  @AttributeDefinition(
      name = "Watchdog register",
      description =
          "Holding register that arms the device's own watchdog, which makes its outputs safe when"
              + " nobody asks any more; -1: it has none, or its own set-up arms it.",
      min = "-1",
      max = "65535")
  int watchdogAddress() default -1;

  @AttributeDefinition(
      name = "Watchdog value",
      description =
          "What arms it, mostly a time in the device's own unit; written after each opening of the"
              + " line and read back. A second or two, well above the time of a few lost answers.",
      min = "0",
      max = "65535")
  int watchdogValue() default 0;

  @AttributeDefinition(
      name = "Watchdog feeding register",
      description =
          "Holding register that must be written to keep the watchdog from striking; it is given"
              + " numbers that count up from 1. -1: any request keeps it.",
      min = "-1",
      max = "65535")
  int watchdogFeedAddress() default -1;

  @AttributeDefinition(
      name = "Watchdog feeding",
      description =
          "How often the feeding register is written, in milliseconds; at most a third of the"
              + " watchdog's time.",
      min = "20",
      max = "10000")
  int watchdogFeedEveryMs() default 250;
}
