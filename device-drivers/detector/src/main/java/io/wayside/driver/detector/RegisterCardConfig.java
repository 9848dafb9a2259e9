// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Detector card",
    description = "A card that counts vehicles by itself and keeps what it counted in registers.")
@interface RegisterCardConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Registers",
      description = "Id of the device whose registers they are, such as one of type modbus.")
  String registersDevice();

  @AttributeDefinition(
      name = "Profile",
      description =
          "What is in which register: a name of the release (example-counters, example-vehicles:"
              + " of no product), or the path of a file beside the site document.")
  String profile();
}
