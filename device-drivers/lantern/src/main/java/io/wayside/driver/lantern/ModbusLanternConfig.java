// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Lantern with registers",
    description =
        "A lantern, AtoN station or power controller at a device of registers, read and told by a"
            + " register map.")
@interface ModbusLanternConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Registers",
      description = "The device of registers it is, by its id: one of type modbus.")
  String registersDevice();

  @AttributeDefinition(
      name = "Map",
      description =
          "Register map: a name of the release (amec-aton, fts-370), or the path of a file beside"
              + " the site document.")
  String map();

  @AttributeDefinition(
      name = "Takes orders",
      description =
          "Whether it may be told to shine or not, where its map says how. Without it nothing is"
              + " ever written to the device.")
  boolean takesOrders() default false;

  @AttributeDefinition(
      name = "Own rhythm",
      description =
          "The rhythm it was set up with, as its map names it; it goes back to it. Empty: another"
              + " rhythm is refused.")
  String ownRhythm() default "";

  @AttributeDefinition(
      name = "Own intensity",
      description =
          "The brightness it was set up with, in percent; it goes back to it. -1: another"
              + " brightness is refused.",
      min = "-1",
      max = "100")
  int ownIntensityPercent() default -1;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before a device that was away is asked anew, in milliseconds.",
      min = "20",
      max = "10000")
  int firstRetryMs() default 500;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between two such attempts, in milliseconds.",
      min = "100",
      max = "600000")
  int longestRetryMs() default 30_000;
}
