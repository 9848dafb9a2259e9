// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How a car park is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Car park",
    description = "Stays, occupancy and prices that the parking lanes of one gateway share")
public @interface CarParkConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Tariffs",
      description =
          "What a stay costs: by name from the release, such as tariffs-example-vn, or by a path"
              + " beside the site document")
  String tariffs();

  @AttributeDefinition(
      name = "Calendar",
      description =
          "The day calendar of the tariffs: by name from the release, such as vn, or by a path"
              + " beside the site document; empty: the one the tariffs name")
  String calendar() default "";

  @AttributeDefinition(
      name = "Usual class",
      description = "Class, by the tariffs, of a vehicle of which nobody says another")
  String usualClass();

  @AttributeDefinition(name = "Area", description = "Name of the place in counts")
  String area() default "main";

  @AttributeDefinition(
      name = "Capacity",
      description = "Vehicles that fit; when so many are inside nobody is let in. 0: not watched",
      min = "0",
      max = "100000")
  int capacity() default 0;

  @AttributeDefinition(
      name = "Most stays",
      description = "Stays that are kept; ended ones make room, open ones never do",
      min = "10",
      max = "100000")
  int mostStays() default 20_000;

  @AttributeDefinition(
      name = "Inside already",
      description =
          "What is done at an entry with a key that is inside already: hold until somebody has"
              + " looked, allow with a flag, or close-old, which ends the old stay as left unseen",
      options = {@Option(value = "hold"), @Option(value = "allow"), @Option(value = "close-old")})
  String insideAlready() default "hold";

  @AttributeDefinition(
      name = "Longest believed",
      description = "A stay that is open for longer is told in health",
      min = "1",
      max = "3650")
  int believedDays() default 30;

  @AttributeDefinition(
      name = "Tags pay",
      description =
          "Whether a vehicle's tag pays at the exit what is open, by its account; otherwise it is"
              + " only how the vehicle is known")
  boolean tagsPay() default false;

  @AttributeDefinition(
      name = "Lists",
      description =
          "Id of the station of type toll-lists that is asked whether a tag may pay; empty: every"
              + " tag may")
  String listsStation() default "";
}
