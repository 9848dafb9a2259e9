// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a converter and load cells become a scale. */
@ObjectClassDefinition(
    name = "Platform scale",
    description = "Indicates the load of a platform from its cells' samples, for static weighing")
@interface PlatformScaleConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Samples",
      description = "Id of the converter whose channels the load cells are on")
  String samplesDevice();

  @AttributeDefinition(
      name = "Instrument",
      description = "Path of the platform's instrument document")
  String instrumentFile();
}
