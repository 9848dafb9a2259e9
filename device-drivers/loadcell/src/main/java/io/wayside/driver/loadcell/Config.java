// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Load-cell converter on pins",
    description =
        "An ADS1232, ADS1234 or ADS1256 on the header of a Raspberry Pi, without a kernel driver."
            + " Pins are BCM numbers.")
@interface Config {

  /** Which converter. */
  enum Model {
    ADS1232,
    ADS1234,
    ADS1256
  }

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Model", description = "ADS1232, ADS1234 or ADS1256.")
  Model model();

  @AttributeDefinition(name = "Channel", description = "Name of the one channel.")
  String channel() default "load";

  @AttributeDefinition(name = "Unit", description = "UCUM code of the samples; 1 for counts.")
  String unit() default "1";

  @AttributeDefinition(
      name = "Units per count",
      description = "A value is (counts + offset) x this.")
  double unitsPerCount() default 1;

  @AttributeDefinition(name = "Offset", description = "In counts, added before scaling.")
  double offsetCounts() default 0;

  @AttributeDefinition(
      name = "Rate",
      description =
          "Sampling rate in hertz: 10 or 80 for an ADS123x; for an ADS1256 one of its rates, of"
              + " which up to 500 are sensible here.",
      min = "2.5",
      max = "30000")
  double rateHz();

  @AttributeDefinition(
      name = "Gain",
      description = "1, 2, 64, 128 of an ADS123x; 1 to 64 in powers of two of an ADS1256.",
      min = "1",
      max = "128")
  int gain();

  @AttributeDefinition(
      name = "Data pin",
      description = "DRDY/DOUT of an ADS123x, DRDY of an ADS1256.",
      min = "0",
      max = "63")
  int dataPin();

  @AttributeDefinition(
      name = "Clock pin",
      description = "SCLK of an ADS123x; -1 for an ADS1256.",
      min = "-1",
      max = "63")
  int clockPin() default -1;

  @AttributeDefinition(
      name = "Power-down pin",
      description = "PDWN; -1 when it is wired high.",
      min = "-1",
      max = "63")
  int powerDownPin() default -1;

  @AttributeDefinition(
      name = "Speed pin",
      description = "SPEED; -1 when it is wired.",
      min = "-1",
      max = "63")
  int speedPin() default -1;

  @AttributeDefinition(
      name = "Gain pin 0",
      description = "GAIN0; -1 when it is wired.",
      min = "-1",
      max = "63")
  int gain0Pin() default -1;

  @AttributeDefinition(
      name = "Gain pin 1",
      description = "GAIN1; -1 when it is wired.",
      min = "-1",
      max = "63")
  int gain1Pin() default -1;

  @AttributeDefinition(
      name = "Positive input",
      description = "Of an ADS1256: 0 to 7, 8 for AINCOM.",
      min = "0",
      max = "8")
  int positiveInput() default 0;

  @AttributeDefinition(
      name = "Negative input",
      description = "Of an ADS1256: 0 to 7, 8 for AINCOM.",
      min = "0",
      max = "8")
  int negativeInput() default 1;

  @AttributeDefinition(name = "SPI bus", description = "Of an ADS1256.", min = "0", max = "6")
  int spiBus() default 0;

  @AttributeDefinition(
      name = "SPI chip select",
      description = "Of an ADS1256.",
      min = "0",
      max = "2")
  int spiChipSelect() default 0;

  @AttributeDefinition(
      name = "SPI clock",
      description =
          "In hertz. The chip wants 6.5 us between a command and what it answers; half a clock at"
              + " 62500 Hz is 8 us.",
      min = "10000",
      max = "76000")
  int spiHz() default 62_500;

  @AttributeDefinition(
      name = "Look",
      description = "How often the data pin is looked at, in microseconds.",
      min = "50",
      max = "10000")
  int lookEveryUs() default 200;

  @AttributeDefinition(
      name = "Block",
      description = "Length of a block in milliseconds: what a sample may wait for the next ones.",
      min = "1",
      max = "2000")
  int blockMs() default 100;

  @AttributeDefinition(
      name = "Silent after",
      description =
          "Without a sample for this time, in milliseconds, the signal is interrupted and the"
              + " converter started anew.",
      min = "500",
      max = "60000")
  int silentAfterMs() default 3_000;
}
