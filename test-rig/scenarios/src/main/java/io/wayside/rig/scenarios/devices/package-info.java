// SPDX-License-Identifier: Apache-2.0
/** Single simulated devices, served until they are told to stop. */
@NullMarked
package io.wayside.rig.scenarios.devices;

import org.jspecify.annotations.NullMarked;
