// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** How a parking lane is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Parking lane",
    description = "An entry or exit of a car park, with two loops and a barrier")
public @interface ParkingLaneConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Car park",
      description = "Id of the station of type car-park whose lane this is")
  String carParkStation();

  @AttributeDefinition(
      name = "Role",
      description = "Whether vehicles come in or leave by it",
      options = {@Option(value = "entry"), @Option(value = "exit")})
  String role();

  @AttributeDefinition(
      name = "Reader",
      description =
          "Id of the device that hears tags; empty: vehicles are known by ticket or plate alone")
  String readerDevice() default "";

  @AttributeDefinition(
      name = "Arming loop",
      description = "Id of the contact of the loop ahead of the barrier: a vehicle begins here")
  String armingDevice();

  @AttributeDefinition(
      name = "Safety loop",
      description =
          "Id of the contact of the loop under and behind the barrier: a passage is proven here")
  String safetyDevice();

  @AttributeDefinition(
      name = "Light curtain",
      description =
          "Id of the contact of a curtain in the line of the barrier, active when broken; empty:"
              + " not fitted")
  String curtainDevice() default "";

  @AttributeDefinition(
      name = "Switch at the top",
      description =
          "Id of the contact that is active while the barrier's arm is up; empty: not fitted. Both"
              + " switches or none")
  String armUpDevice() default "";

  @AttributeDefinition(
      name = "Switch at the bottom",
      description = "Id of the contact that is active while the barrier's arm is down")
  String armDownDevice() default "";

  @AttributeDefinition(
      name = "Barrier, raise",
      description =
          "Id of the output that asks the barrier to rise while it is on. Without a line that lowers"
              + " set its safe state to on, or the arm falls when the gateway stops")
  String raiseDevice();

  @AttributeDefinition(
      name = "Barrier, lower",
      description =
          "Id of the output that asks the barrier to close while it is on; empty: it closes when"
              + " the line that raises is off")
  String lowerDevice() default "";

  @AttributeDefinition(
      name = "Green light",
      description = "Id of the output of the green light; empty: not fitted")
  String greenDevice() default "";

  @AttributeDefinition(
      name = "Red light",
      description = "Id of the output of the red light; empty: not fitted")
  String redDevice() default "";

  @AttributeDefinition(
      name = "Open at the start",
      description = "Whether the lane opens by itself when nobody has ordered otherwise before")
  boolean openAtStart() default true;

  @AttributeDefinition(
      name = "Lane antennas",
      description = "Ports of the reader's antennas that look at the arming loop")
  int[] laneAntennas() default {1};

  @AttributeDefinition(
      name = "Approach antennas",
      description = "Ports of the antennas that look further up the road; none: not fitted")
  int[] approachAntennas() default {};

  @AttributeDefinition(
      name = "Standing room",
      description =
          "Whether a vehicle can stand between arming and safety loop and be on neither of them")
  boolean standingRoom() default false;

  @AttributeDefinition(
      name = "Wait for a tag",
      description = "After this time a vehicle without an accepted tag is asked for its ticket",
      min = "100",
      max = "10000")
  int identifyMs() default 1_500;

  @AttributeDefinition(
      name = "Clear before closing",
      description = "The safety loop is free for so long before the barrier is asked to close",
      min = "0",
      max = "10000")
  int clearMs() default 500;

  @AttributeDefinition(
      name = "Lease of outputs",
      description =
          "How long outputs hold what they were told when the gateway does not tell them again",
      min = "200",
      max = "10000")
  int outputLeaseMs() default 1_500;
}
