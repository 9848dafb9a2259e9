// SPDX-License-Identifier: Apache-2.0
/**
 * What a lane sees beside tags and loops: pictures, plates and measured classes. Evidence: nothing
 * here lets a vehicle pass, holds it up or charges it.
 */
@NullMarked
package io.wayside.tolling.sight;

import org.jspecify.annotations.NullMarked;
