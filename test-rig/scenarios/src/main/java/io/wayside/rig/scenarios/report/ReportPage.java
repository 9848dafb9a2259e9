// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import java.util.Locale;

/** What stands around the scenarios' sections. */
final class ReportPage {

  private ReportPage() {}

  static String beginning(ReportOptions options) {
    return String.format(
        Locale.ROOT,
        """
        # Accuracy of weighing in motion, in simulation

        Written by one command, which gives the same page and plots each time:

            ./wayside rig weigh-report --vehicles %d --seeds %d --runs %d

        **Nothing here was measured on a road.** Vehicles, roads, sensors and converters are those of the
        physics simulator ([the rig](rig.md)), whose truth is known. Each instrument's document has the
        constants of drawings and data sheets, corrected by %d runs of known vehicles with the station's own
        calibration; then other vehicles are weighed by the code that weighs at the road, without drivers
        between ([how](weighing-in-motion.md)).

        * **Compared** are vehicles without a flag that forbids enforcement and with the right number of
          axles. On the bridge, axles that are too close to tell apart (`axles-not-resolved`) leave groups
          and gross standing. Loads at or below the floors of COST 323 (gross 35 kN, others 20 kN) are left out.
        * **Flagged**: share of all vehicles that carry a flag which forbids enforcement.
        * **Within U**: share of loads that differ from the truth by no more than the stated uncertainty (k = 2).
        * **COST 323**: class for environment I (a short period), conditions R2 (vehicles of the traffic), in
          service; δmin is the tolerance that the errors would just meet with the confidence π0.
        * Known vehicles and traffic drive on the same road: what its unevenness does at this place to
          every vehicle alike is calibrated away, as on a real site. What it does at other speeds or to other
          vehicles remains, and shows as errors that depend on speed.
        * **R 134**: each single error counts. In service the recommendation allows a vehicle's mass 2 d
          for each axle where that is more than the percentage (d = 20 kg: 80 kg for two axles). The
          class by percent alone stands beside it.
        * **Dashed lines** in the distributions are the tolerances of the class named, for each criterion.
        """,
        options.vehicles(),
        options.seeds(),
        options.runs(),
        options.runs());
  }

  static String end() {
    return """
    ## What this does not show

    Real pavements, real tyres, installation faults, ageing, real traffic's habits, and whatever a driver
    of a converter may do to samples. A class here is an upper bound of what the processing leaves possible on
    such a road, not a promise about a site: that is found by its verification with vehicles of known mass.
    """;
  }
}
