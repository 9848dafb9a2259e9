// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.driver.gpio.lines.Bias;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Contact",
    description = "A loop detector, light curtain, door or other contact on a GPIO line.")
@interface ContactConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Provider",
      description =
          "RASPBERRY_PI (edges stamped by the kernel), or SYSFS on other boards (looked at"
              + " every so often).")
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
      name = "Inverted",
      description = "Active is a low level, as with most contacts that pull to ground.")
  boolean inverted() default false;

  @AttributeDefinition(
      name = "Bias",
      description = "Pull resistor of the pin: AS_IS, OFF, PULL_UP, PULL_DOWN. SYSFS knows AS_IS.")
  Bias bias() default Bias.AS_IS;

  @AttributeDefinition(
      name = "Settling time",
      description =
          "A level counts once it lasted for this time, in microseconds; changes are told by as"
              + " much later, with their true time. 0 for outputs that do not bounce.",
      min = "0",
      max = "1000000")
  int settleUs() default 2_000;

  @AttributeDefinition(
      name = "Look",
      description = "How often SYSFS looks at the level, in microseconds.",
      min = "200",
      max = "100000")
  int lookEveryUs() default 1_000;

  @AttributeDefinition(name = "System files", description = "Where the kernel shows its lines.")
  String sysPath() default "/sys/class/gpio";
}
