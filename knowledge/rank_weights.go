package knowledge

// The weights were fitted on labelled questions (SQuAD 2.0, TREC QA and WikiQA development
// parts, and the questions of testdata/search) by
//
//	go test ./knowledge -run TestFit -fit
//
// which prints them and, by cross-validation over groups of articles, how good they are:
// orderWeights by the softmax over the candidates of a question, answerWeights by logistic
// regression on the candidate that comes first, on the understanding that most questions
// readers ask have an answer (see priorShift in rank_fit_test.go). Both have a penalty on
// the squares of the weights. docs/quality.md has the figures.
var (
	// orderWeights say which sentence stands before which.
	orderWeights = features{
		coverage: 0.71, coverageAround: 1.36, nameCoverage: 0.51, rarest: -0.59, bm25Share: 0.19, pairs: -0.02,
		closeness: 0.70, numberMissing: 0.03, negation: -0.57, lengthOf: 0.50, early: 0.79, contrary: 0.03,
		coverageLocal: 1.61, coverageBefore: 1.26, coverageAfter: 0.01, coverageTitle: 1.05, refersBack: 1.81,
		coverageSquared: 0.97, lowCoverage: -0.30, lowAround: -0.80, lowNames: -0.23, nameHere: -0.30,
		nameSwapped: -0.17, missingCount: -0.35, missingWeight: -0.14, partnerMissing: -0.01, pairsBroken: -0.47,
		orderKept: -0.27, firstMissing: -0.07, lastMissing: 0.04, exactShare: 1.13, margin: 0.20,
		questionNegative: -1.02, sentenceNegative: 0.44, gateWhen: -0.22, gateWhere: 1.65, gateWho: 3.24,
		gateMany: 0.74, gateVerb: -0.03, gateSaid: -0.07, degreeMissing: -0.42, numberOther: 0.43, typeWhen: 1.87,
		typeWho: 1.35, typeWhere: 0.77, typeMany: 1.90, typeWhy: 1.11, typeHow: 0.52, typeSaid: 0.12,
		typeFocus: 0.68, typeIdentity: 0.77, lacksWhen: 0.57, lacksWho: -0.72, lacksWhere: -1.22, lacksMany: -0.25,
		lacksWhy: -1.11, lacksHow: -0.52, lacksSaid: -0.07, lacksFocus: -0.68, lacksIdentity: -0.77,
	}
	// answerWeights say how probably a sentence answers.
	answerWeights = features{
		bias: -0.10, coverage: 0.98, coverageAround: 1.11, coverageScope: -0.28, nameCoverage: 1.18,
		nameMissing: -0.05, rarest: -1.31, bm25Share: -0.35, pairs: -0.38, closeness: 0.75, numberMissing: -0.26,
		negation: -1.20, lengthOf: -1.04, early: 0.07, contrary: -1.80, coverageLocal: 0.43, coverageBefore: 0.57,
		coverageAfter: 0.54, coverageTitle: 1.40, refersBack: 1.54, coverageSquared: 0.24, lowCoverage: -2.29,
		lowAround: -2.05, lowNames: -0.86, nameHere: -0.59, nameSwapped: 0.01, missingCount: 0.78,
		missingWeight: -0.15, absentCount: 0.13, absentWeight: -0.12, partnerMissing: -0.12, pairsBroken: -0.31,
		orderKept: -0.31, firstMissing: -0.12, lastMissing: 0.07, exactShare: 0.08, units: 0.87, margin: 0.11,
		questionNegative: -2.11, sentenceNegative: 1.11, officeUnknown: 0.18, gateVerb: -0.33, gateSaid: -0.17,
		saidByNobody: 0.14, degreeMissing: -0.55, numberOther: -0.82, typeWhen: 0.37, typeWho: 0.18,
		typeWhere: 1.21, typeMany: 0.52, typeWhy: 0.59, typeHow: 0.43, typeSaid: 0.64, typeFocus: 0.49,
		typeIdentity: 1.17, lacksWho: -0.03, lacksWhere: -0.04, lacksWhy: -0.47, lacksHow: 0.36, lacksSaid: -0.17,
		lacksFocus: 0.49, lacksIdentity: 0.91,
	}
)
