/** How drawings look: mermaid's settings, with stand-in colors that become custom properties of the app. */
import type { MermaidConfig } from 'mermaid';

/** Each stand-in is a color that nothing else uses; it is replaced by the property behind it. */
export const COLORS = {
	node: '#010101',
	line: '#020202',
	text: '#030303',
	accent: '#040404',
	group: '#050505',
	ground: '#060606',
};

/** Shown where the page does not define the properties, such as in a file viewer. */
export const FALLBACKS = {
	node: '#ffffff',
	line: '#5d646b',
	text: '#1d1f21',
	accent: '#0b626b',
	group: '#f1efea',
	ground: 'var(--surface,#ffffff)',
};

export const FONT_SIZE = 14;

/** What a phone shows without shrinking the text: 360 px less the margins of the page. */
const PHONE_WIDTH = 328;

/**
 * Spacing of a sequence diagram: few participants stand far apart, so that messages fit on one line;
 * many stand close, so that the picture fits on a phone.
 */
function sequenceSpacing(participants: number) {
	const width = participants > 4 ? 84 : 88;
	const free = (PHONE_WIDTH - width * participants) / Math.max(1, participants - 1);
	return {
		width,
		actorMargin: Math.round(Math.min(96, Math.max(participants > 4 ? 6 : 12, free))),
	};
}

/**
 * Strict, without HTML, in stand-in colors.
 * @param font as CSS names it
 * @param participants of a sequence diagram
 */
export function mermaidConfig(font: string, participants = 4): MermaidConfig {
	return {
		startOnLoad: false,
		securityLevel: 'strict',
		deterministicIds: true,
		htmlLabels: false,
		fontFamily: font,
		fontSize: FONT_SIZE,
		theme: 'base',
		themeVariables: {
			fontFamily: font,
			fontSize: `${FONT_SIZE}px`,
			background: COLORS.ground,
			primaryColor: COLORS.node,
			mainBkg: COLORS.node,
			primaryBorderColor: COLORS.line,
			nodeBorder: COLORS.line,
			primaryTextColor: COLORS.text,
			nodeTextColor: COLORS.text,
			textColor: COLORS.text,
			titleColor: COLORS.text,
			lineColor: COLORS.line,
			defaultLinkColor: COLORS.line,
			arrowheadColor: COLORS.line,
			edgeLabelBackground: COLORS.ground,
			clusterBkg: COLORS.group,
			clusterBorder: COLORS.line,
			actorBkg: COLORS.node,
			actorBorder: COLORS.line,
			actorTextColor: COLORS.text,
			actorLineColor: COLORS.line,
			signalColor: COLORS.line,
			signalTextColor: COLORS.text,
			sequenceNumberColor: COLORS.ground,
			labelBoxBkgColor: COLORS.group,
			labelBoxBorderColor: COLORS.line,
			labelTextColor: COLORS.text,
			loopTextColor: COLORS.text,
			noteBkgColor: COLORS.group,
			noteBorderColor: COLORS.group,
			noteTextColor: COLORS.text,
			activationBkgColor: COLORS.group,
			activationBorderColor: COLORS.line,
			transitionColor: COLORS.line,
			transitionLabelColor: COLORS.text,
			stateBkg: COLORS.node,
			stateBorder: COLORS.line,
			stateLabelColor: COLORS.text,
			labelBackgroundColor: COLORS.ground,
			specialStateColor: COLORS.accent,
			innerEndBackground: COLORS.accent,
			compositeBackground: COLORS.group,
			compositeTitleBackground: COLORS.group,
			compositeBorder: COLORS.line,
			altBackground: COLORS.group,
		},
		flowchart: {
			htmlLabels: false,
			useMaxWidth: false,
			nodeSpacing: 16,
			rankSpacing: 32,
			padding: 10,
			diagramPadding: 2,
			wrappingWidth: 126,
		},
		sequence: {
			...sequenceSpacing(participants),
			useMaxWidth: false,
			mirrorActors: false,
			diagramMarginX: 2,
			diagramMarginY: 6,
			height: 36,
			boxMargin: 6,
			boxTextMargin: 4,
			noteMargin: 6,
			messageMargin: 28,
			wrap: true,
			wrapPadding: 4,
			actorFontSize: FONT_SIZE,
			actorFontFamily: font,
			messageFontSize: FONT_SIZE,
			messageFontFamily: font,
			noteFontSize: FONT_SIZE,
			noteFontFamily: font,
		},
		state: { useMaxWidth: false, nodeSpacing: 16, rankSpacing: 32, padding: 8 },
	};
}
