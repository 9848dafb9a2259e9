// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Converter of the kernel",
    description =
        "An analogue-to-digital converter that Linux drives (IIO), on this machine or on another one"
            + " that runs iiod.")
@interface Config {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Converter",
      description =
          "Its name, label or id as the kernel shows it, such as hx711, ad7192 or iio:device0.")
  String converter();

  @AttributeDefinition(
      name = "Transport",
      description = "local, or tcp://host:30431 for a machine that runs iiod.")
  String transport() default "local";

  @AttributeDefinition(
      name = "Channels",
      description =
          "Each [name=]id [unit=U] [scale=S] [offset=O], such as voltage0, or left=voltage0 unit=N"
              + " scale=0.125 offset=-310. A value is (raw + offset) x scale; without scale and"
              + " offset those of the converter hold, which give millivolt for voltages.")
  String[] channels();

  @AttributeDefinition(
      name = "Rate",
      description = "Sampling rate in hertz, set if the converter has one to set.",
      min = "0.1",
      max = "1000000")
  double rateHz();

  @AttributeDefinition(
      name = "Block",
      description = "Length of a block in milliseconds: what a sample may wait for the next ones.",
      min = "1",
      max = "2000")
  int blockMs() default 50;

  @AttributeDefinition(
      name = "Trigger",
      description =
          "Name of the trigger that starts a scan; empty leaves the converter as it is. Only of a"
              + " local converter.")
  String trigger() default "";

  @AttributeDefinition(
      name = "Silent after",
      description =
          "Without a block for this time, in milliseconds, the signal is interrupted and the"
              + " converter opened anew.",
      min = "200",
      max = "60000")
  int silentAfterMs() default 3_000;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to open it anew, in milliseconds.",
      min = "20",
      max = "1000")
  int firstRetryMs() default 250;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between attempts to open it anew, in milliseconds.",
      min = "100",
      max = "60000")
  int longestRetryMs() default 2_000;

  @AttributeDefinition(
      name = "System files",
      description = "Where the kernel shows its converters.")
  String sysPath() default "/sys/bus/iio/devices";

  @AttributeDefinition(
      name = "Device files",
      description = "Where the kernel has the files with the samples.")
  String devPath() default "/dev";

  @AttributeDefinition(
      name = "Simulated",
      description = "A simulator is at the other end. Every block is then flagged, for ever.")
  boolean simulated() default false;
}
