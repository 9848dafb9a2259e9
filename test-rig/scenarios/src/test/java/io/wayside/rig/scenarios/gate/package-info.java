// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.rig.scenarios.gate;

import org.jspecify.annotations.NullMarked;
