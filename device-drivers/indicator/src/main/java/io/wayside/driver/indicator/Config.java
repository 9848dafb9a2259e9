// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.MassUnit;
import io.wayside.driver.indicator.session.Asking;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Weighing indicator",
    description =
        "An indicator that sends its display over a line, by itself or when asked. It must be compared"
            + " with the gateway at commissioning (command compare-display).")
@interface Config {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description =
          "Line to the indicator: serial:/dev/serial/by-id/NAME?9600,8N1 or tcp://host:port or"
              + " udp://host:port.")
  String link();

  @AttributeDefinition(
      name = "Format",
      description =
          "What the indicator sends. Readings of the same bytes (the two of the Yaohua A9 frame, the"
              + " two of the BCD frame, the Toledo clones) differ by ten or more and cannot be told"
              + " apart on the wire: compare with the display.")
  IndicatorFormat format();

  @AttributeDefinition(
      name = "Scale interval",
      description = "Scale interval d of the indicator, in kilograms.",
      min = "0.0001",
      max = "1000")
  double scaleIntervalKg();

  @AttributeDefinition(
      name = "Maximum capacity",
      description = "Maximum capacity Max of the scale, in kilograms.",
      min = "0.001",
      max = "1000000")
  double maxKg();

  @AttributeDefinition(
      name = "Unit of the display",
      description =
          "What the display shows. Used only where the format does not tell the unit; where it does,"
              + " the unit of the frame counts.")
  MassUnit displayUnit() default MassUnit.KILOGRAM;

  @AttributeDefinition(
      name = "Asking",
      description =
          "How the indicator is asked for its weight: USUAL as the format has it, NEVER when it"
              + " speaks by itself, NOW for each reading, AT_REST for a stable weight, REPEAT once for"
              + " a stream. Only MT_SICS, SMA_SCP_0499 and HBM_MSV know commands.")
  Asking asking() default Asking.USUAL;

  @AttributeDefinition(
      name = "Asked every",
      description = "Shortest time from one command to the next, in milliseconds.",
      min = "50",
      max = "10000")
  int askEveryMs() default 200;

  @AttributeDefinition(
      name = "Answer within",
      description =
          "After this time without an answer the indicator is asked again, in milliseconds.",
      min = "50",
      max = "10000")
  int answerWithinMs() default 500;

  @AttributeDefinition(
      name = "Takes commands",
      description =
          "Zero and tare may be set over the line by the station's commands. Only where the"
              + " indicator's approval and set-up allow it, and for MT_SICS, SMA_SCP_0499, CAS_22 and"
              + " the Toledo formats that are no clones.")
  boolean takesCommands() default false;

  @AttributeDefinition(
      name = "Device number",
      description = "Number of the indicator in its own commands; CAS only.",
      min = "0",
      max = "99")
  int deviceNumber() default 1;

  @AttributeDefinition(
      name = "Silent after",
      description = "Without a reading for this time, in milliseconds, the signal is interrupted.",
      min = "200",
      max = "60000")
  int silentAfterMs() default 2_000;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to reopen the link, in milliseconds.",
      min = "50",
      max = "500")
  int firstRetryMs() default 250;

  @AttributeDefinition(
      name = "Longest retry",
      description =
          "Longest wait between attempts to reopen the link, in milliseconds. Above 1600 ms a"
              + " signal may take more than 2 s to be heard again.",
      min = "100",
      max = "2000")
  int longestRetryMs() default 1_200;

  @AttributeDefinition(
      name = "Simulated",
      description =
          "A simulator is at the other end. Every reading is then flagged as simulated, for ever.")
  boolean simulated() default false;
}
