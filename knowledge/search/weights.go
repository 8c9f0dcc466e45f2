package search

// The weights were fitted on labelled questions (SQuAD 2.0, TREC QA and WikiQA development
// parts, and the questions of testdata/search) by
//
//	go test ./knowledge/search -run TestFit -fit
//
// which prints them and, by cross-validation over groups of articles, how good they are:
// orderWeights by the softmax over the candidates of a question, answerWeights by logistic
// regression on the candidate that comes first, on the understanding that most questions
// readers ask have an answer (see priorShift in fit_test.go). Both have a penalty on
// the squares of the weights. docs/quality.md has the figures.
var (
	// orderWeights say which sentence stands before which.
	orderWeights = features{
		coverage: 0.67, coverageAround: 1.30, nameCoverage: 0.54, rarest: -0.41, bm25Share: 0.23, pairs: 0.09,
		closeness: 0.72, numberMissing: -0.01, negation: -0.56, lengthOf: 0.64, early: 0.78, contrary: -0.10,
		coverageLocal: 1.63, coverageBefore: 1.29, coverageAfter: -0.01, coverageTitle: 1.00, refersBack: 1.80,
		coverageSquared: 0.92, lowCoverage: -0.32, lowAround: -0.77, lowNames: -0.31, nameHere: -0.24,
		nameSwapped: -0.14, missingCount: -0.37, missingWeight: -0.10, partnerMissing: -0.08, pairsBroken: -0.43,
		orderKept: -0.32, firstMissing: -0.06, lastMissing: 0.05, exactShare: 1.21, margin: 0.21,
		questionNegative: -0.99, sentenceNegative: 0.42, onlyNames: 0.31, notToCome: -0.21, dayOther: -0.18,
		saidNothing: 0.05, degreeMissing: -0.35, numberOther: 0.46, typeWhen: 2.48, typeWho: 1.02, typeWhere: 0.20,
		typeMany: 1.60, typeWhy: 1.10, typeHow: 0.53, typeSaid: 0.63, typeFocus: 0.67, typeIdentity: 0.76,
		lacksWhen: 0.41, lacksWho: -0.92, lacksWhere: -1.01, lacksMany: -0.08, lacksWhy: -1.10, lacksHow: -0.53,
		lacksSaid: 0.05, lacksFocus: -0.67, lacksIdentity: -0.76,
	}
	// answerWeights say how probably a sentence answers.
	answerWeights = features{
		bias: 1.05, coverage: 0.71, coverageAround: 0.83, coverageScope: -0.42, nameCoverage: 0.48,
		nameMissing: 0.42, rarest: -1.25, bm25Share: -0.22, pairs: -0.49, closeness: 0.85, numberMissing: -0.09,
		negation: -1.21, lengthOf: -1.17, early: 0.03, contrary: -1.80, coverageLocal: 0.44, coverageBefore: 0.67,
		coverageAfter: 0.41, coverageTitle: 1.26, refersBack: 1.43, coverageSquared: 0.38, lowCoverage: -2.21,
		lowAround: -2.28, lowNames: -1.08, nameHere: -0.38, nameSwapped: -0.30, missingCount: 0.66,
		missingWeight: -0.05, absentCount: -0.08, absentWeight: 0.02, partnerMissing: -0.15, pairsBroken: -0.32,
		orderKept: -0.14, firstMissing: -0.22, lastMissing: 0.04, exactShare: 0.36, units: 0.64, margin: -0.02,
		questionNegative: -2.15, sentenceNegative: 1.06, officeUnknown: -0.11, onlyNames: -0.19, notToCome: -1.49,
		dayOther: -1.59, saidNothing: -0.06, saidByNobody: 0.36, degreeMissing: -0.47, numberOther: -0.58,
		typeWhen: 0.53, typeWho: 0.21, typeWhere: 1.19, typeMany: 0.62, typeWhy: 0.58, typeHow: 0.43,
		typeSaid: 0.51, typeFocus: 0.46, typeIdentity: 1.08, lacksWhere: 0.01, lacksWhy: -0.45, lacksHow: 0.32,
		lacksSaid: -0.06, lacksFocus: 0.51, lacksIdentity: 0.84,
	}
)
