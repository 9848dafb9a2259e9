// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.rig.scenarios.parking;

import org.jspecify.annotations.NullMarked;
