// SPDX-License-Identifier: Apache-2.0
/**
 * Lanterns, AtoN stations and power controllers with registers, and a modem with its network. They
 * are written from the documents that describe the devices and know nothing of the gateway's maps.
 */
@NullMarked
package io.wayside.rig.simulators.lantern;

import org.jspecify.annotations.NullMarked;
