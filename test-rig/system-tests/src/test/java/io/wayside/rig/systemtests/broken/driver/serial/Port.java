// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.driver.serial;

/** What belongs to one driver. */
public record Port(String name) {}
