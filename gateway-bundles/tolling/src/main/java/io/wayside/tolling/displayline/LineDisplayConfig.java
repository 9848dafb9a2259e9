// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.displayline;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Display for drivers",
    description = "Rows of text, told as sentences with a check sum over a serial line or TCP")
@interface LineDisplayConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description =
          "Where the display is: serial:/dev/serial/by-id/NAME?9600,8N1 or tcp://192.0.2.9:4001")
  String link();

  @AttributeDefinition(name = "Columns", description = "Letters in a row", min = "4", max = "80")
  int columns() default 16;

  @AttributeDefinition(name = "Rows", description = "Rows of letters", min = "1", max = "8")
  int rows() default 2;

  @AttributeDefinition(
      name = "Letters",
      description = "VIETNAMESE: all of them, as UTF-8; ASCII: without marks")
  Letters letters() default Letters.VIETNAMESE;

  @AttributeDefinition(
      name = "Turn",
      description = "How long each text stands where there are several, such as two languages",
      min = "500",
      max = "10000")
  int turnMs() default 2_000;

  @AttributeDefinition(
      name = "Silence",
      description =
          "The display says something at least so often, whatever it is; longer silence is told in"
              + " health. 0: it never speaks",
      min = "0",
      max = "3600")
  int silenceS() default 0;
}
