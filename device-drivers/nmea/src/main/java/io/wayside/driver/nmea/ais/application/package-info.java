// SPDX-License-Identifier: Apache-2.0
/** What binary messages carry for one application or another: aids, water, bridges, locks. */
@NullMarked
package io.wayside.driver.nmea.ais.application;

import org.jspecify.annotations.NullMarked;
