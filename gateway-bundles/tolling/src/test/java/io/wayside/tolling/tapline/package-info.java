// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.tapline;

import org.jspecify.annotations.NullMarked;
