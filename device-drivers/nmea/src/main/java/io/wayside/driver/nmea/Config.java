// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.driver.nmea.spoken.Form;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "NMEA receiver",
    description =
        "Receives NMEA 0183 sentences, plain ones and AIS: position, sounder, weather, gauges, aids to"
            + " navigation, vessels.")
@interface Config {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description =
          "Line to the talker: serial:/dev/serial/by-id/NAME?4800,8N1 (38400 for AIS),"
              + " tcp://host:port, or udp://0.0.0.0:10110 for all that send there.")
  String link();

  @AttributeDefinition(
      name = "Silent after",
      description =
          "Without a sentence for this time, in milliseconds, the signal is interrupted. Aids speak"
              + " every three minutes: where nothing else is heard it must be longer.",
      min = "1000",
      max = "3600000")
  int silentAfterMs() default 30_000;

  @AttributeDefinition(
      name = "Transducers",
      description =
          "What the transducers of XDR sentences stand for: NAME=QUANTITY, such as BATT=SUPPLY_V,"
              + " TIDE=LEVEL_M or HATCH=DOOR_OPEN. What is not named is not told.")
  String[] transducers() default {};

  @AttributeDefinition(
      name = "Signs of gauges",
      description =
          "How gauges in inland AIS write levels below zero: GAUGE=TWOS_COMPLEMENT, ONE_IS_ABOVE or"
              + " ONE_IS_BELOW, with country and number of the gauge, such as AT727, or * for all"
              + " others. A gauge without it is not told: compare with its own display first.")
  String[] gaugeSigns() default {};

  @AttributeDefinition(
      name = "Announces",
      description =
          "Sentences may be sent down this line, as to a transponder that announces an aid. What the"
              + " transponder then says it sent itself is not taken for news of the aid.")
  boolean announces() default false;

  @AttributeDefinition(
      name = "Announces in",
      description =
          "In which sentences the transponder takes message 21 of an aid: VDM or VDO; its manual"
              + " says which")
  Form announcesIn() default Form.VDM;

  @AttributeDefinition(
      name = "Monitors in",
      description =
          "In which sentences it takes message 6 for the authority: MEB (stations on aids, IEC"
              + " 62320-2), VDM or VDO")
  Form monitorsIn() default Form.MEB;

  @AttributeDefinition(
      name = "Monitors under",
      description = "DAC with which the gateway itself sends message 6, as the authority expects",
      min = "0",
      max = "1023")
  int monitorsUnder() default 235;

  @AttributeDefinition(
      name = "Monitoring areas",
      description =
          "DACs under whose number 10 aids are heard to tell their health; Great Britain 235,"
              + " Ireland 250, United States 366",
      min = "0",
      max = "1023")
  int[] monitoringAreas() default {235, 250, 366};

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to reopen the link, in milliseconds.",
      min = "50",
      max = "5000")
  int firstRetryMs() default 250;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between attempts to reopen the link, in milliseconds.",
      min = "100",
      max = "60000")
  int longestRetryMs() default 5_000;
}
