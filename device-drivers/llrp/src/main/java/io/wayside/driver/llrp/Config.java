// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Toll reader",
    description = "A UHF RFID reader that speaks LLRP 1.0.1 or 1.1, of any maker.")
@interface Config {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Link", description = "The reader: tcp://host:5084.")
  String link();

  @AttributeDefinition(
      name = "Antennas",
      description = "Antenna ports that are used, from 1; empty for all the reader has.")
  int[] antennas() default {};

  @AttributeDefinition(
      name = "Transmit power index",
      description =
          "Index into the reader's own table of transmit powers; -1 leaves power as it is set there.",
      min = "-1",
      max = "65535")
  int powerIndex() default -1;

  @AttributeDefinition(
      name = "Frequency table",
      description =
          "Which of the reader's tables of hop frequencies is in use, for the transmit power and to"
              + " check channels; 0 for its first. Some readers refuse any but 0 or 1.",
      min = "0",
      max = "255")
  int hopTable() default 0;

  @AttributeDefinition(
      name = "Radio mode index",
      description = "Index of a mode in the reader's own table; -1 leaves the mode as it is.",
      min = "-1",
      max = "65535")
  int modeIndex() default -1;

  @AttributeDefinition(
      name = "Tari",
      description = "Length of a zero in nanoseconds; 0 for that of the mode.",
      min = "0",
      max = "25000")
  int tariNs() default 0;

  @AttributeDefinition(
      name = "Session",
      description =
          "Inventory session 0 to 3. In 0 tags answer again at once, in 1 after half a second to"
              + " five; in 2 and 3 they stay silent as long as they have power.",
      min = "0",
      max = "3")
  int session() default 1;

  @AttributeDefinition(
      name = "Population",
      description = "How many tags are expected at once.",
      min = "1",
      max = "65535")
  int population() default 4;

  @AttributeDefinition(
      name = "Transit time",
      description = "How long a tag usually is in the field, in milliseconds; 0 when not known.",
      min = "0",
      max = "60000")
  int transitMs() default 0;

  @AttributeDefinition(
      name = "TID words",
      description =
          "Words of 16 bits to read of the chip's own id, against copied tags; 0 for none. Each read"
              + " takes a further exchange over the air: at lane speed only where it is needed.",
      min = "0",
      max = "32")
  int tidWords() default 0;

  @AttributeDefinition(
      name = "User words",
      description = "Words of 16 bits to read of the tag's user memory; 0 for none.",
      min = "0",
      max = "64")
  int userWords() default 0;

  @AttributeDefinition(
      name = "Allowed frequencies",
      description =
          "Frequencies of the site's licence in kilohertz, such as 920625; empty when they are not"
              + " checked.")
  int[] allowedFrequenciesKhz() default {};

  @AttributeDefinition(
      name = "Radio at the start",
      description = "Whether the radio is on until a station says otherwise.")
  boolean radioOnAtStart() default true;

  @AttributeDefinition(
      name = "Offer LLRP 1.1",
      description =
          "Ask for version 1.1; a reader that does not know it is spoken to in 1.0.1 all the same.")
  boolean offerVersion2() default true;

  @AttributeDefinition(
      name = "Keepalive",
      description =
          "How often the reader is to show that it lives, in milliseconds; after three it counts as"
              + " lost.",
      min = "100",
      max = "60000")
  int keepaliveMs() default 2_000;

  @AttributeDefinition(
      name = "Answer within",
      description =
          "After this time without an answer, in milliseconds, the connection is given up.",
      min = "100",
      max = "60000")
  int answerWithinMs() default 5_000;

  @AttributeDefinition(
      name = "Most sightings",
      description =
          "Above so many sightings a second repeated ones of a tag are merged, above twice as many"
              + " they are dropped and told as an interruption.",
      min = "10",
      max = "100000")
  int mostSightingsEachSecond() default 1_000;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to connect anew, in milliseconds.",
      min = "50",
      max = "5000")
  int firstRetryMs() default 250;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between attempts to connect, in milliseconds.",
      min = "100",
      max = "60000")
  int longestRetryMs() default 5_000;
}
