// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Output",
    description =
        "A barrier request, light, siren or relay on a GPIO line. Wire it so that it is safe when"
            + " the pin floats.")
@interface OutputConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(name = "Provider", description = "RASPBERRY_PI, or SYSFS on other boards.")
  Provider provider();

  @AttributeDefinition(
      name = "Line",
      description =
          "Number of the line: the BCM number on a Raspberry Pi; for SYSFS the number below the"
              + " system files, the chip's base included.",
      min = "0",
      max = "65535")
  int line();

  @AttributeDefinition(
      name = "Safe state",
      description =
          "On or off: what the output falls to at the start, at the stop, after a lease and after a"
              + " failure.")
  boolean safeOn();

  @AttributeDefinition(name = "Inverted", description = "On is a low level.")
  boolean inverted() default false;

  @AttributeDefinition(name = "System files", description = "Where the kernel shows its lines.")
  String sysPath() default "/sys/class/gpio";
}
